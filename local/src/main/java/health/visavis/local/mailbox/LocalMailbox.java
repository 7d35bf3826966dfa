package health.visavis.local.mailbox;

import health.visavis.local.mailbox.Letter.File;
import health.visavis.local.mailbox.Letter.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The table of what was sent. Only the newest stay: a mailbox of a demo is looked at, not searched.
final class LocalMailbox {

    static final int KEPT = 200;

    private final JdbcClient jdbc;

    LocalMailbox(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Letter letter) {
        var file = letter.file();
        jdbc.sql("""
                        INSERT INTO local_mailbox (id, kind, recipient, subject, body, file_name, file_type, file, sent_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(letter.id())
                .param(letter.kind().name())
                .param(letter.recipient())
                .param(letter.subject())
                .param(letter.body())
                .param(file == null ? null : file.name())
                .param(file == null ? null : file.type())
                .param(file == null ? null : file.content())
                .param(Timestamp.from(letter.sentAt()))
                .update();
        jdbc.sql(
                        "DELETE FROM local_mailbox WHERE sent_at < (SELECT sent_at FROM local_mailbox ORDER BY sent_at DESC OFFSET ? LIMIT 1)")
                .param(KEPT)
                .update();
    }

    List<Letter> newest() {
        return jdbc.sql("SELECT * FROM local_mailbox ORDER BY sent_at DESC, id DESC LIMIT ?")
                .param(KEPT)
                .query((row, number) -> letter(row))
                .list();
    }

    Optional<Letter> find(UUID id) {
        return jdbc.sql("SELECT * FROM local_mailbox WHERE id = ?")
                .param(id)
                .query((row, number) -> letter(row))
                .optional();
    }

    private static Letter letter(ResultSet row) throws SQLException {
        var content = row.getString("file");
        return new Letter(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                Kind.valueOf(row.getString("kind")),
                row.getString("recipient"),
                row.getString("subject"),
                row.getString("body"),
                content == null ? null : new File(row.getString("file_name"), row.getString("file_type"), content),
                row.getTimestamp("sent_at").toInstant());
    }
}
