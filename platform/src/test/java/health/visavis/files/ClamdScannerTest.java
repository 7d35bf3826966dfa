package health.visavis.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.visavis.files.FileScanner.Verdict;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class ClamdScannerTest {

    @Test
    void aDaemonThatIsNotThereGivesNoVerdict(@TempDir Path folder) {
        var scanner = new ClamdScanner(UnixDomainSocketAddress.of(folder.resolve("clamd")), Duration.ofSeconds(30));

        assertThat(scanner.scan(new byte[10])).isInstanceOf(Verdict.Unavailable.class);
    }

    @Test
    void aDaemonThatSaysNothingGivesNoVerdict() throws IOException {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var scanner = new ClamdScanner(silent.getLocalSocketAddress(), Duration.ofMillis(50));

            assertThat(scanner.scan(new byte[10])).isInstanceOf(Verdict.Unavailable.class);
        }
    }

    @Test
    void anErrorIsNoVerdict() {
        try (var clamd = new FakeClamd("INSTREAM size limit exceeded. ERROR")) {
            assertThat(scannerAt(clamd).scan(new byte[10])).isInstanceOf(Verdict.Unavailable.class);
        }
    }

    @Test
    void anAddressThatIsNoneIsSaid() {
        assertThatThrownBy(() -> settings("localhost:3310")).hasMessageContaining("visavis.files.clamd must be like");
        assertThat(settings("unix:/run/clamav/clamd.ctl").scanner())
                .hasValue(UnixDomainSocketAddress.of("/run/clamav/clamd.ctl"));
        assertThat(settings("").scanner()).isEmpty();
    }

    static FileScanner scannerAt(FakeClamd clamd) {
        return new ClamdScanner(settings(clamd.address()).scanner().orElseThrow(), Duration.ofSeconds(30));
    }

    private static FileSettings settings(String clamd) {
        return new FileSettings(DataSize.ofMegabytes(20), DataSize.ofMegabytes(200), clamd, Duration.ofSeconds(30));
    }
}
