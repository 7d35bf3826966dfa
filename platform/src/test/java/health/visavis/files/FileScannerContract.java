package health.visavis.files;

import static org.assertj.core.api.Assertions.assertThat;

import health.visavis.files.FileScanner.Verdict;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/// What every scanner does.
abstract class FileScannerContract {

    protected abstract FileScanner scanner();

    @Test
    void whatIsHarmlessIsClean() {
        assertThat(scanner().scan(Photos.jpeg(40, 30))).isEqualTo(new Verdict.Clean());
    }

    @Test
    void theTestVirusIsFound() {
        assertThat(scanner().scan(FakeClamd.EICAR)).isInstanceOf(Verdict.Infected.class);
    }

    @Test
    void allOfALargeFileIsLookedAt() {
        var large = Arrays.copyOf(new byte[0], 3_000_000);
        System.arraycopy(FakeClamd.EICAR, 0, large, large.length - FakeClamd.EICAR.length, FakeClamd.EICAR.length);

        assertThat(scanner().scan(large)).isInstanceOf(Verdict.Infected.class);
        assertThat(scanner().scan(new byte[3_000_000])).isEqualTo(new Verdict.Clean());
    }
}
