package health.visavis.azure.postgres;

import com.zaxxer.hikari.HikariCredentialsProvider;
import com.zaxxer.hikari.util.Credentials;

/// The password of each new connection is the token of that moment; a connection that stands outlives it.
///
/// @param role an identity of ours, as the database knows it
record EntraPassword(String role, DatabaseToken token) implements HikariCredentialsProvider {

    @Override
    public Credentials getCredentials() {
        return Credentials.of(role, token.value());
    }
}
