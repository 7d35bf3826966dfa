package health.visavis.local.postgres;

/// A role of the database and its password.
public record Credentials(String role, String password) {

    @Override
    public String toString() {
        return role + ":[REDACTED]";
    }
}
