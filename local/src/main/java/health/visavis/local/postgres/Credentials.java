package health.visavis.local.postgres;

/// A role of the database and its password.
///
/// @param reference where the password lies, for settings
public record Credentials(String role, String password, String reference) {

    @Override
    public String toString() {
        return role + ":[REDACTED]";
    }
}
