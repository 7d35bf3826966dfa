package health.visavis.visit.store;

import health.visavis.kernel.PersonId;
import health.visavis.kernel.VisitId;
import health.visavis.visit.domain.Seat;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Who has a page of a visit open.
@Component
public class Presences {

    private final JdbcClient jdbc;

    Presences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @return whether this is news: they were away, or had not come yet
    public boolean seen(VisitId visit, PersonId person, Seat.Part part, Instant at) {
        return jdbc.sql("""
                        INSERT INTO visit_presence (visit_id, person_id, part, seen_at)
                        VALUES (:visit, :person, :part, :at)
                        ON CONFLICT (visit_id, person_id)
                        DO UPDATE SET seen_at = greatest(visit_presence.seen_at, excluded.seen_at), away_since = NULL
                        RETURNING old.visit_id IS NULL OR old.away_since IS NOT NULL
                        """)
                .param("visit", visit.value())
                .param("person", person.value())
                .param("part", part.name())
                .param("at", Timestamp.from(at))
                .query(Boolean.class)
                .single();
    }

    /// Notes who was last seen before `limit`; each absence is found by one caller only.
    public List<VisitId> gone(Instant limit) {
        return jdbc.sql("""
                        UPDATE visit_presence SET away_since = seen_at
                         WHERE away_since IS NULL AND seen_at < ?
                        RETURNING visit_id
                        """)
                .param(Timestamp.from(limit))
                .query((row, number) -> new VisitId(row.getObject("visit_id", UUID.class)))
                .list();
    }

    /// Since when this side has had no page open; empty while it has, and where nobody knows.
    public Optional<Instant> awaySince(VisitId visit, Seat.Part part) {
        return jdbc.sql("""
                        SELECT max(away_since) AS since FROM visit_presence
                         WHERE visit_id = ? AND part = ?
                        HAVING count(*) > 0 AND count(*) = count(away_since)
                        """)
                .params(visit.value(), part.name())
                .query((row, number) -> row.getTimestamp("since").toInstant())
                .optional();
    }

    /// Whether somebody other than this person has had a page open since `limit`.
    public boolean anotherSince(VisitId visit, PersonId person, Instant limit) {
        return jdbc.sql("""
                        SELECT EXISTS (
                          SELECT FROM visit_presence
                           WHERE visit_id = ? AND person_id <> ? AND away_since IS NULL AND seen_at >= ?)
                        """)
                .params(visit.value(), person.value(), Timestamp.from(limit))
                .query(Boolean.class)
                .single();
    }

    /// Who has a page open now.
    public Set<PersonId> here(VisitId visit) {
        return jdbc.sql("SELECT person_id FROM visit_presence WHERE visit_id = ? AND away_since IS NULL")
                .param(visit.value())
                .query((row, number) -> new PersonId(row.getObject("person_id", UUID.class)))
                .set();
    }

    public void forget(VisitId visit) {
        jdbc.sql("DELETE FROM visit_presence WHERE visit_id = ?")
                .param(visit.value())
                .update();
    }

    public void forget(VisitId visit, PersonId person) {
        jdbc.sql("DELETE FROM visit_presence WHERE visit_id = ? AND person_id = ?")
                .params(visit.value(), person.value())
                .update();
    }
}
