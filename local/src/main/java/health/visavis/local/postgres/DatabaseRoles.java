package health.visavis.local.postgres;

import health.visavis.local.CannotStart;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/// Makes the database and its roles, as far as they are missing. Only here does the superuser connect.
final class DatabaseRoles {

    private final String server;
    private final Credentials superuser;

    DatabaseRoles(int port, Credentials superuser) {
        this.server = "jdbc:postgresql://127.0.0.1:" + port + "/";
        this.superuser = superuser;
    }

    void prepare(String database, Credentials owner, Credentials app, Credentials signIn, Credentials turn) {
        try (var connection = connect("postgres")) {
            for (var role : List.of(owner, app, signIn, turn)) {
                if (isMissing(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", role.role())) {
                    execute(
                            connection,
                            "CREATE ROLE %s LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS PASSWORD '%s'"
                                    .formatted(role.role(), role.password()));
                }
            }
            if (isMissing(connection, "SELECT 1 FROM pg_database WHERE datname = ?", database)) {
                execute(connection, "CREATE DATABASE %s OWNER %s".formatted(database, owner.role()));
                execute(connection, "REVOKE ALL ON DATABASE %s FROM PUBLIC".formatted(database));
            }
            execute(
                    connection,
                    "GRANT CONNECT ON DATABASE %s TO %s, %s, %s"
                            .formatted(database, app.role(), signIn.role(), turn.role()));
        } catch (SQLException e) {
            throw refused(e);
        }
        try (var connection = connect(database)) {
            execute(connection, "CREATE SCHEMA IF NOT EXISTS signin AUTHORIZATION " + signIn.role());
        } catch (SQLException e) {
            throw refused(e);
        }
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(server + database, superuser.role(), superuser.password());
    }

    private static boolean isMissing(Connection connection, String query, String name) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (var rows = statement.executeQuery()) {
                return !rows.next();
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static CannotStart refused(SQLException e) {
        if ("28P01".equals(e.getSQLState())) {
            return new CannotStart(
                    "The passwords in the key folder do not open this data. Point --keys to the folder that was made with it, "
                            + "or begin anew with --fresh.");
        }
        return new CannotStart("The database could not be prepared (SQL state " + e.getSQLState() + ").", e);
    }
}
