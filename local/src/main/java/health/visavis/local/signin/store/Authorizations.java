package health.visavis.local.signin.store;

import org.springframework.jdbc.core.simple.JdbcClient;

/// Codes and tokens; Spring Authorization Server writes and reads them, and never deletes an expired one.
public final class Authorizations {

    private final JdbcClient jdbc;

    public Authorizations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void forgetExpired() {
        jdbc.sql("""
                DELETE FROM oauth2_authorization WHERE greatest(authorization_code_expires_at, access_token_expires_at,
                  oidc_id_token_expires_at, refresh_token_expires_at) < now() - interval '1 day'
                """).update();
    }
}
