package health.visavis.local.audit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.visavis.local.CannotStart;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What it says when there is nothing to verify. That it verifies is shown on a database: AuditVerificationModuleTest.
class AuditCommandTest {

    @TempDir
    private Path folder;

    @Test
    void whatIsNotUnderstoodIsSaid() {
        refuses("Visavis verifies its audit log");
        refuses("Visavis verifies its audit log", "repair");
        refuses("--witness wants a value", "verify", "--witness");
        refuses("does not know the option --fix", "verify", "--fix");
    }

    @Test
    void aFolderWithoutAClinicIsSaid() {
        refuses("There is no clinic in", "verify", "--data", folder.toString());
    }

    private static void refuses(String sentence, String... words) {
        var command = new AuditCommand(new PrintStream(OutputStream.nullOutputStream()));

        assertThatThrownBy(() -> command.run(List.of(words)))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining(sentence);
    }
}
