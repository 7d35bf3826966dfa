package health.visavis.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.visavis.kernel.Requirement;
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

    @Test
    @Requirement("CRY-06")
    void aNewVersionWrapsAndTheEarlierOneStillUnwraps() {
        var dataKey = dataKey();
        var vault = vault();
        var before = vault.wrap(dataKey);

        var current = vault.rotate();

        assertThat(current).isEqualTo(vault.currentKeyId()).isNotEqualTo(before.keyId());
        var after = vault.wrap(dataKey);
        assertThat(after.keyId()).isEqualTo(current);
        assertThat(vault.unwrap(before)).isEqualTo(dataKey);
        assertThat(vault.unwrap(after)).isEqualTo(dataKey);
    }

    @Test
    void earlierIsWhatTheSameKeyWasBefore() {
        var before = vault().currentKeyId();
        var current = vault().rotate();

        assertThat(vault().isEarlier(before, current)).isTrue();
        assertThat(vault().isEarlier(current, current)).isFalse();
        assertThat(vault().isEarlier("no-such-key/1", current)).isFalse();
    }

    @Test
    @Requirement("CRY-08")
    void aRevokedVersionUnwrapsNothingAndTheCurrentOneGoesOn() {
        var dataKey = dataKey();
        var before = vault().wrap(dataKey);
        vault().rotate();
        var after = vault().wrap(dataKey);

        vault().revoke(before.keyId());
        vault().revoke(before.keyId());

        assertThatThrownBy(() -> vault().unwrap(before)).isInstanceOf(KeyUnavailable.class);
        assertThat(vault().unwrap(after)).isEqualTo(dataKey);
    }

    @Test
    void theCurrentVersionAndAnUnknownOneAreNotRevoked() {
        var wrapped = vault().wrap(dataKey());

        assertThatThrownBy(() -> vault().revoke(wrapped.keyId())).isInstanceOf(KeyUnavailable.class);
        assertThatThrownBy(() -> vault().revoke("no-such-key/1")).isInstanceOf(KeyUnavailable.class);

        assertThat(vault().unwrap(wrapped)).hasSize(32);
    }

    private static byte[] dataKey() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
