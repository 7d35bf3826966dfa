package health.visavis.local.postgres;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.visavis.local.CannotStart;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DataFolderTest {

    private static final long MEGABYTE = 1024 * 1024;

    @Test
    void aDiskWithoutRoomIsRefusedInOneSentenceBeforeAnythingIsWritten() {
        var folder = Path.of("/somewhere/data");

        assertThatThrownBy(() -> DataFolder.refuseFullDisk(folder, 256 * MEGABYTE - 1))
                .isInstanceOf(CannotStart.class)
                .hasMessageStartingWith("Only 255 MB are free on the disk of the data folder /somewhere/data")
                .hasMessageContaining("Nothing was changed");
        assertThatCode(() -> DataFolder.refuseFullDisk(folder, 256 * MEGABYTE)).doesNotThrowAnyException();
    }
}
