package health.visavis.azure.postgres;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// Before the first migration: the roles of `db/bootstrap/roles.sql`, which nobody signs in as here, the identities
/// that belong to them, and an owner for the database. What is there stays as it is.
///
/// Whoever migrates must be an administrator of the server by Entra. Entra's identities become users by a function of
/// Azure's in the database `postgres` ("Manage Microsoft Entra roles in Azure Database for PostgreSQL", Microsoft
/// Learn).
final class DatabaseUsers implements FlywayConfigurationCustomizer {

    private static final Pattern DATABASE = Pattern.compile("(?<=//[^/]{1,300}/)([^?]+)");
    private static final String OWNER = "visavis_owner";
    private static final String APPLICATION = "visavis_app";
    private static final String RELAYS = "visavis_turn";

    private final PostgresSettings settings;
    private final DatabaseToken token;

    DatabaseUsers(PostgresSettings settings, DatabaseToken token) {
        this.settings = settings;
        this.token = token;
    }

    @Override
    public void customize(FluentConfiguration flyway) {
        if (settings.users().isEmpty()) {
            return;
        }
        var migrations = (HikariDataSource) Objects.requireNonNull(flyway.getDataSource());
        var address = Objects.requireNonNull(migrations.getJdbcUrl());
        var database = DATABASE.matcher(address);
        if (!database.find()) {
            throw new IllegalArgumentException("The address of the database names none");
        }
        var connection = new SingleConnectionDataSource(
                database.replaceFirst("postgres"),
                Objects.requireNonNull(migrations.getUsername()),
                token.value(),
                true);
        connection.setConnectionProperties(asTheMigrations(migrations));
        try (connection) {
            prepare(JdbcClient.create(connection), database.group());
        }
    }

    private void prepare(JdbcClient server, String database) {
        for (var role : List.of(OWNER, APPLICATION, RELAYS)) {
            if (!isThere(server, role)) {
                server.sql("CREATE ROLE " + role + " NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION")
                        .update();
            }
        }
        for (var user : settings.users()) {
            if (!isThere(server, user)) {
                server.sql("SELECT pgaadauth_create_principal(:user, false, false)")
                        .param("user", user)
                        .query(String.class)
                        .single();
            }
        }
        settings.applications().forEach(user -> join(server, APPLICATION, user));
        settings.migrations().forEach(user -> join(server, OWNER, user));
        if (!isOwner(server, database)) {
            server.sql("ALTER DATABASE " + quoted(server, database) + " OWNER TO " + OWNER)
                    .update();
        }
    }

    private static boolean isThere(JdbcClient server, String role) {
        return server.sql("SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = :role)")
                .param("role", role)
                .query(Boolean.class)
                .single();
    }

    private static void join(JdbcClient server, String role, String user) {
        var member = server.sql("SELECT pg_has_role(:user, :role, 'SET')")
                .param("user", user)
                .param("role", role)
                .query(Boolean.class)
                .single();
        if (!member) {
            server.sql("GRANT " + role + " TO " + quoted(server, user)).update();
        }
    }

    private static boolean isOwner(JdbcClient server, String database) {
        return server.sql("SELECT pg_get_userbyid(datdba) = :owner FROM pg_database WHERE datname = :database")
                .param("owner", OWNER)
                .param("database", database)
                .query(Boolean.class)
                .single();
    }

    /// Names cannot be parameters of these; the server itself quotes them.
    private static String quoted(JdbcClient server, String name) {
        return server.sql("SELECT quote_ident(:name)")
                .param("name", name)
                .query(String.class)
                .single();
    }

    private static Properties asTheMigrations(HikariDataSource migrations) {
        var properties = new Properties();
        properties.putAll(migrations.getDataSourceProperties());
        return properties;
    }
}
