package health.visavis.local.audit;

import static org.assertj.core.api.Assertions.assertThat;

import health.visavis.audit.CheckpointWitness;
import health.visavis.audit.CheckpointWitnessContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderWitnessContractTest extends CheckpointWitnessContract {

    @TempDir
    private Path temporary;

    @Override
    protected CheckpointWitness witness() {
        return new FolderWitness(temporary.resolve("clinic-audit"));
    }

    @Test
    void aFileIsReadOnlyAndNothingHalfWrittenIsLeft() throws IOException {
        witness().put("0000000000000000007.log", new byte[] {1});

        try (var files = Files.list(temporary.resolve("clinic-audit"))) {
            var file = files.toList();
            assertThat(file).hasSize(1);
            assertThat(Files.getPosixFilePermissions(file.getFirst()))
                    .isEqualTo(PosixFilePermissions.fromString("r--------"));
        }
    }
}
