package health.visavis.insight.store;

import health.visavis.access.PatientRows;
import health.visavis.insight.SurveyAnswer.Again;
import health.visavis.insight.SurveyAnswer.Connection;
import health.visavis.kernel.PatientId;
import health.visavis.kernel.PersonId;
import health.visavis.kernel.TimeSlot;
import health.visavis.kernel.VisitId;
import health.visavis.keys.RowContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// What people said about visits.
@Repository
public class Surveys {

    public static final String PATIENT = "PATIENT";
    public static final String CLINICIAN = "CLINICIAN";

    /// @param words sealed with the patient's key
    public record Stored(
            UUID id,
            VisitId visit,
            PersonId person,
            PatientId patient,
            String part,
            @Nullable Connection connection,
            @Nullable Again again,
            byte @Nullable [] words,
            Instant answeredAt) {

        public boolean ofPatient() {
            return part.equals(PATIENT);
        }
    }

    private final PatientRows rows;

    Surveys(PatientRows rows) {
        this.rows = rows;
    }

    /// Where the words of an answer are kept.
    public static RowContext words(UUID answer) {
        return RowContext.of("survey_answer", "words_sealed", answer);
    }

    public Optional<Stored> of(VisitId visit, PersonId person) {
        return rows.sql("SELECT * FROM survey_answer WHERE visit_id = ? AND person_id = ?")
                .params(visit.value(), person.value())
                .query((row, number) -> stored(row))
                .optional();
    }

    /// A second answer of the same person takes the place of the first.
    public void keep(Stored answer) {
        rows.sql("""
                        INSERT INTO survey_answer
                          (id, visit_id, person_id, patient_id, part, connection, again, words_sealed, answered_at)
                        VALUES (:id, :visit, :person, :patient, :part, :connection, :again, :words, :at)
                        ON CONFLICT (visit_id, person_id) DO UPDATE SET
                          connection = excluded.connection, again = excluded.again,
                          words_sealed = excluded.words_sealed, answered_at = excluded.answered_at
                         WHERE survey_answer.id = excluded.id
                        """)
                .param("id", answer.id())
                .param("visit", answer.visit().value())
                .param("person", answer.person().value())
                .param("patient", answer.patient().value())
                .param("part", answer.part())
                .param("connection", name(answer.connection()))
                .param("again", name(answer.again()))
                .param("words", answer.words())
                .param("at", answer.answeredAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    public List<Stored> answeredWithin(TimeSlot time) {
        return rows.sql("SELECT * FROM survey_answer WHERE answered_at >= ? AND answered_at < ?")
                .params(time.start().atOffset(ZoneOffset.UTC), time.end().atOffset(ZoneOffset.UTC))
                .query((row, number) -> stored(row))
                .list();
    }

    private static Stored stored(ResultSet row) throws SQLException {
        return new Stored(
                row.getObject("id", UUID.class),
                new VisitId(row.getObject("visit_id", UUID.class)),
                new PersonId(row.getObject("person_id", UUID.class)),
                new PatientId(row.getObject("patient_id", UUID.class)),
                row.getString("part"),
                constant(Connection.class, row.getString("connection")),
                constant(Again.class, row.getString("again")),
                row.getBytes("words_sealed"),
                row.getObject("answered_at", OffsetDateTime.class).toInstant());
    }

    private static @Nullable String name(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }

    private static <E extends Enum<E>> @Nullable E constant(Class<E> type, @Nullable String name) {
        return name == null ? null : Enum.valueOf(type, name);
    }
}
