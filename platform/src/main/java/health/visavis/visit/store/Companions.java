package health.visavis.visit.store;

import health.visavis.kernel.PersonId;
import health.visavis.kernel.VisitId;
import health.visavis.visit.domain.Companion;
import health.visavis.visit.domain.CompanionId;
import health.visavis.visit.domain.Errand;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Those who come along to visits. Every change is made under the lock of the encounter.
@Component
public class Companions {

    private static final String COLUMNS = """
            id, visit_id, kind, language, invited_as, invited_by, invited_at, link_id, status, name, waiting_since,
            admitted_at, co_host, removed_at
            """;

    private final JdbcClient jdbc;

    Companions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void add(Companion.Invited companion) {
        var facts = companion.facts();
        jdbc.sql("""
                        INSERT INTO visit_companion
                          (id, visit_id, kind, language, invited_as, invited_by, invited_at, link_id, status)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'invited')
                        """)
                .param(facts.id().value())
                .param(facts.visit().value())
                .param(kind(facts.errand()))
                .param(facts.errand() instanceof Errand.Interpreter interpreter ? interpreter.language() : null)
                .param(facts.invitedAs())
                .param(facts.invitedBy().value())
                .param(Timestamp.from(facts.invitedAt()))
                .param(facts.link())
                .update();
    }

    public Optional<Companion> find(CompanionId id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM visit_companion WHERE id = ?")
                .param(id.value())
                .query(Companions::companion)
                .optional();
    }

    public Optional<Companion> find(VisitId visit, CompanionId id) {
        return find(id).filter(companion -> companion.visit().equals(visit));
    }

    /// In the order in which they were invited.
    public List<Companion> of(VisitId visit) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM visit_companion WHERE visit_id = ? ORDER BY invited_at, id")
                .param(visit.value())
                .query(Companions::companion)
                .list();
    }

    public void save(Companion companion) {
        var row = Row.of(companion);
        jdbc.sql("""
                        UPDATE visit_companion
                           SET status = :status, name = coalesce(:name, name), waiting_since = :waitingSince,
                               admitted_at = :admittedAt, co_host = :coHost, removed_at = :removedAt
                         WHERE id = :id
                        """)
                .param("status", row.status())
                .param("name", row.name())
                .param("waitingSince", timestamp(row.waitingSince()))
                .param("admittedAt", timestamp(row.admittedAt()))
                .param("coHost", row.coHost())
                .param("removedAt", timestamp(row.removedAt()))
                .param("id", companion.id().value())
                .update();
    }

    private static Companion companion(ResultSet row, int number) throws SQLException {
        var facts = new Companion.Facts(
                new CompanionId(row.getObject("id", UUID.class)),
                new VisitId(row.getObject("visit_id", UUID.class)),
                errand(row),
                row.getString("invited_as"),
                new PersonId(row.getObject("invited_by", UUID.class)),
                row.getObject("link_id", UUID.class),
                instant(row, "invited_at"));
        var status = row.getString("status");
        return switch (status) {
            case "invited" -> new Companion.Invited(facts);
            case "opened" -> new Companion.Opened(facts, row.getString("name"));
            case "waiting" -> new Companion.Waiting(facts, row.getString("name"), instant(row, "waiting_since"));
            case "admitted" ->
                new Companion.Admitted(
                        facts, row.getString("name"), instant(row, "admitted_at"), row.getBoolean("co_host"));
            case "removed" -> new Companion.Removed(facts, instant(row, "removed_at"));
            default -> throw new IllegalStateException("Unknown status of companion " + facts.id());
        };
    }

    private static Errand errand(ResultSet row) throws SQLException {
        var kind = row.getString("kind");
        return switch (kind) {
            case "FAMILY" -> new Errand.Family();
            case "CLINICIAN" -> new Errand.Clinician();
            case "INTERPRETER" -> new Errand.Interpreter(row.getString("language"));
            default -> throw new IllegalStateException("Unknown kind of companion");
        };
    }

    private static String kind(Errand errand) {
        return switch (errand) {
            case Errand.Family _ -> "FAMILY";
            case Errand.Clinician _ -> "CLINICIAN";
            case Errand.Interpreter _ -> "INTERPRETER";
        };
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }

    private record Row(
            String status,
            @Nullable String name,
            @Nullable Instant waitingSince,
            @Nullable Instant admittedAt,
            boolean coHost,
            @Nullable Instant removedAt) {

        static Row of(Companion companion) {
            return switch (companion) {
                case Companion.Invited _ -> new Row("invited", null, null, null, false, null);
                case Companion.Opened opened -> new Row("opened", opened.name(), null, null, false, null);
                case Companion.Waiting waiting ->
                    new Row("waiting", waiting.name(), waiting.since(), null, false, null);
                case Companion.Admitted admitted ->
                    new Row("admitted", admitted.name(), null, admitted.at(), admitted.coHost(), null);
                case Companion.Removed removed -> new Row("removed", null, null, null, false, removed.at());
            };
        }
    }
}
