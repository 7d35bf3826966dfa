package health.visavis.secrets;

/// A setting holds a secret where it must say where the secret lies. Does not repeat it.
public final class LiteralSecret extends RuntimeException {

    LiteralSecret(String setting) {
        super(setting + " holds a secret itself; give it the place where the secret lies instead: "
                + SecretReference.FORMS + ".");
    }
}
