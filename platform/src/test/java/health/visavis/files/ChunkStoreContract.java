package health.visavis.files;

import static org.assertj.core.api.Assertions.assertThat;

import health.visavis.kernel.FileId;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What every store of chunks does.
public abstract class ChunkStoreContract {

    private final FileId file = FileId.next();

    protected abstract ChunkStore store();

    @Test
    void whatIsPutCanBeGot() {
        var large = new byte[(1 << 20) + 45];
        new Random(7).nextBytes(large);

        store().put(file, 0, large);
        store().put(file, 1, new byte[] {1, 2, 3});

        assertThat(store().get(file, 0))
                .hasValueSatisfying(got -> assertThat(got).isEqualTo(large));
        assertThat(store().get(file, 1))
                .hasValueSatisfying(got -> assertThat(got).containsExactly(1, 2, 3));
    }

    @Test
    void whatIsNotThereIsNotThere() {
        store().put(file, 0, new byte[] {1});

        assertThat(store().get(file, 1)).isEmpty();
        assertThat(store().get(FileId.next(), 0)).isEmpty();
    }

    @Test
    void theFirstStaysWhenAChunkIsPutAgain() {
        store().put(file, 0, new byte[] {1});
        store().put(file, 0, new byte[] {2});

        assertThat(store().get(file, 0))
                .hasValueSatisfying(got -> assertThat(got).containsExactly(1));
    }

    @Test
    void whatIsDeletedIsGone() {
        var other = FileId.next();
        store().put(file, 0, new byte[] {1});
        store().put(file, 1, new byte[] {2});
        store().put(other, 0, new byte[] {3});

        store().delete(file, 2);

        assertThat(store().get(file, 0)).isEmpty();
        assertThat(store().get(file, 1)).isEmpty();
        assertThat(store().get(other, 0)).isPresent();
    }

    @Test
    void deletingTwiceIsQuiet() {
        store().put(file, 0, new byte[] {1});

        store().delete(file, 1);
        store().delete(file, 1);

        assertThat(store().get(file, 0)).isEmpty();
    }
}
