package health.visavis.secrets;

/// A secret that cannot be had. Says where it should lie, and nothing of what lies there.
public final class SecretUnavailable extends RuntimeException {

    /// @param problem such as "there is no such file"
    public SecretUnavailable(SecretReference reference, String problem) {
        super("The secret at " + reference + " cannot be read: " + problem + ".");
    }

    SecretUnavailable(String setting, SecretReference reference, SecretUnavailable cause) {
        super(
                setting + " names " + reference + ". "
                        + String.valueOf(cause.getMessage()).replace(" at " + reference, ""),
                cause);
    }
}
