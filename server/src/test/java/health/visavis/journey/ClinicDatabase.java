package health.visavis.journey;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.visavis.local.LocalFolders;
import health.visavis.local.postgres.LocalDatabase;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;

/// The clinic's database as its superuser sees it: every column of every table, and what is announced in it.
final class ClinicDatabase implements AutoCloseable {

    private static final String COLUMNS = """
        SELECT format('%s.%s', c.relname, a.attname), format('SELECT %I FROM %I.%I', a.attname, n.nspname, c.relname)
          FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
         WHERE c.relkind IN ('r', 'p', 'm') AND a.attnum > 0 AND NOT a.attisdropped
           AND n.nspname <> 'information_schema' AND n.nspname NOT LIKE 'pg\\_%'
         ORDER BY 1
        """;

    private final Connection connection;
    private final List<String> announced = new ArrayList<>();

    private ClinicDatabase(Connection connection) {
        this.connection = connection;
    }

    static ClinicDatabase of(LocalFolders folders, String superusersPassword) {
        try {
            var connection = DriverManager.getConnection(
                    LocalDatabase.join(folders).url(), "visavis_superuser", superusersPassword);
            var database = new ClinicDatabase(connection);
            database.does("LISTEN live");
            return database;
        } catch (SQLException unreachable) {
            throw new IllegalStateException("The clinic's database", unreachable);
        }
    }

    void does(String sql) {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException refused) {
            throw new IllegalStateException(sql, refused);
        }
    }

    void isRefused(String sql) {
        assertThatThrownBy(() -> does(sql)).hasCauseInstanceOf(SQLException.class);
    }

    List<String> asks(String query) {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var answers = new ArrayList<String>();
            while (rows.next()) {
                answers.add(rows.getString(1));
            }
            return answers;
        } catch (SQLException refused) {
            throw new IllegalStateException(query, refused);
        }
    }

    /// What COPY writes of it, as a dump has it: bytes as hexadecimal digits.
    List<Sink.Piece> columns() {
        var columns = new ArrayList<Sink.Piece>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(COLUMNS)) {
            var copying = connection.unwrap(PGConnection.class).getCopyAPI();
            while (rows.next()) {
                var copied = new ByteArrayOutputStream();
                copying.copyOut("COPY (" + rows.getString(2) + ") TO STDOUT", copied);
                var content = copied.toByteArray();
                columns.add(new Sink.Piece(rows.getString(1), () -> new ByteArrayInputStream(content)));
            }
            return columns;
        } catch (SQLException refused) {
            throw new IllegalStateException("The clinic's columns", refused);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// All that was announced to open pages since this connection was opened.
    String announced() {
        try {
            for (var news : connection.unwrap(PGConnection.class).getNotifications()) {
                announced.add(news.getName() + " " + news.getParameter());
            }
            return String.join("\n", announced);
        } catch (SQLException broken) {
            throw new IllegalStateException("News of the database", broken);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException broken) {
            throw new IllegalStateException("The clinic's database", broken);
        }
    }
}
