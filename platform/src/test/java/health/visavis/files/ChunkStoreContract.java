package health.visavis.files;

import static org.assertj.core.api.Assertions.assertThat;

import health.visavis.kernel.FileId;
import health.visavis.kernel.PatientId;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every store of chunks does.
public abstract class ChunkStoreContract {

    private final PatientId patient = PatientId.next();
    private FileId file;

    protected abstract ChunkStore store();

    /// A file of the patient that the store may be told of.
    protected FileId announced(PatientId patient) {
        return FileId.next();
    }

    @BeforeEach
    void aFile() {
        file = announced(patient);
    }

    @Test
    void whatIsPutCanBeGot() {
        var large = new byte[(1 << 20) + 45];
        new Random(7).nextBytes(large);

        store().put(patient, file, 0, large);
        store().put(patient, file, 1, new byte[] {1, 2, 3});

        assertThat(store().get(patient, file, 0))
                .hasValueSatisfying(got -> assertThat(got).isEqualTo(large));
        assertThat(store().get(patient, file, 1))
                .hasValueSatisfying(got -> assertThat(got).containsExactly(1, 2, 3));
    }

    @Test
    void whatIsNotThereIsNotThere() {
        store().put(patient, file, 0, new byte[] {1});

        assertThat(store().get(patient, file, 1)).isEmpty();
        assertThat(store().get(patient, FileId.next(), 0)).isEmpty();
    }

    @Test
    void theFirstStaysWhenAChunkIsPutAgain() {
        store().put(patient, file, 0, new byte[] {1});
        store().put(patient, file, 0, new byte[] {2});

        assertThat(store().get(patient, file, 0))
                .hasValueSatisfying(got -> assertThat(got).containsExactly(1));
    }

    @Test
    void whatIsDeletedIsGone() {
        var other = announced(patient);
        store().put(patient, file, 0, new byte[] {1});
        store().put(patient, file, 1, new byte[] {2});
        store().put(patient, other, 0, new byte[] {3});

        store().delete(patient, file, 2);

        assertThat(store().get(patient, file, 0)).isEmpty();
        assertThat(store().get(patient, file, 1)).isEmpty();
        assertThat(store().get(patient, other, 0)).isPresent();
    }

    @Test
    void deletingTwiceIsQuiet() {
        store().put(patient, file, 0, new byte[] {1});

        store().delete(patient, file, 1);
        store().delete(patient, file, 1);

        assertThat(store().get(patient, file, 0)).isEmpty();
    }
}
