package health.visavis.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import health.visavis.kernel.Sensitive;
import org.junit.jupiter.api.Test;

/// What every place for secrets does; each adapter's test extends it.
public abstract class SecretStoreContract {

    private static final String SECRET = "4f6c-correct-horse";

    protected abstract SecretStore store();

    /// Puts a secret there.
    ///
    /// @param secret may be blank
    /// @return where it lies
    protected abstract SecretReference put(String secret);

    /// Where nothing lies.
    protected abstract SecretReference nothing();

    @Test
    void whatLiesThereIsReadAndDoesNotPrint() {
        var reference = put(SECRET);

        assertThat(store().holds(reference)).isTrue();
        var secret = store().read(reference);
        assertThat(secret.reveal()).isEqualTo(SECRET);
        assertThat(secret).hasToString("[REDACTED]");
        assertThat("" + new Holder(secret)).isEqualTo("Holder[secret=[REDACTED]]");
    }

    @Test
    void theReferenceReadsAsItIsWritten() {
        var reference = put(SECRET);

        assertThat(SecretReference.parse(reference.toString())).contains(reference);
    }

    @Test
    void whatIsNotThereIsSaid() {
        assertThatExceptionOfType(SecretUnavailable.class)
                .isThrownBy(() -> store().read(nothing()))
                .withMessageStartingWith("The secret at " + nothing() + " cannot be read: ")
                .withNoCause();
    }

    @Test
    void anEmptySecretIsNone() {
        var reference = put(" ");

        assertThatExceptionOfType(SecretUnavailable.class)
                .isThrownBy(() -> store().read(reference))
                .withMessage("The secret at " + reference + " cannot be read: it is empty.");
    }

    private record Holder(Sensitive<String> secret) {}
}
