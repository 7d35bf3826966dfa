package health.visavis.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

/// What every key vault does; each adapter's test extends it.
public abstract class KeyVaultContract {

    private static final SecureRandom RANDOM = new SecureRandom();

    protected abstract KeyVault vault();

    @Test
    void whatWasWrappedIsUnwrapped() {
        var dataKey = dataKey();

        assertThat(vault().unwrap(vault().wrap(dataKey))).isEqualTo(dataKey);
    }

    @Test
    void theWrappedFormNamesTheCurrentKeyAndHidesTheDataKey() {
        var dataKey = dataKey();
        var wrapped = vault().wrap(dataKey);

        assertThat(wrapped.keyId()).isEqualTo(vault().currentKeyId());
        assertThat(wrapped.bytes()).isNotEqualTo(dataKey);
        assertThat(wrapped.toString()).doesNotContain(String.valueOf(wrapped.bytes()[0]) + ",");
    }

    @Test
    void changedBytesAreRefused() {
        var wrapped = vault().wrap(dataKey());
        var changed = wrapped.bytes().clone();
        changed[changed.length - 1] ^= 1;

        assertThatThrownBy(() -> vault().unwrap(new WrappedKey(wrapped.keyId(), changed)))
                .isInstanceOf(KeyUnavailable.class);
    }

    @Test
    void anUnknownKeyIsRefused() {
        var wrapped = vault().wrap(dataKey());

        assertThatThrownBy(() -> vault().unwrap(new WrappedKey("no-such-key/1", wrapped.bytes())))
                .isInstanceOf(KeyUnavailable.class);
    }

    private static byte[] dataKey() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
