package health.visavis.files;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.springframework.util.unit.DataSize;

class ClamdScannerContractTest extends FileScannerContract {

    private final FakeClamd clamd = new FakeClamd();

    @Override
    protected FileScanner scanner() {
        var settings = new FileSettings(
                DataSize.ofMegabytes(20), DataSize.ofMegabytes(200), clamd.address(), Duration.ofSeconds(30));
        return new ClamdScanner(settings.scanner().orElseThrow(), settings.scanWithin());
    }

    @AfterEach
    void close() {
        clamd.close();
    }
}
