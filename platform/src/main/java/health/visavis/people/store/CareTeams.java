package health.visavis.people.store;

import health.visavis.access.CareRelationships;
import health.visavis.kernel.ClinicianId;
import health.visavis.kernel.PatientId;
import health.visavis.kernel.PersonId;
import health.visavis.kernel.TimeOrderedId;
import health.visavis.people.CarePair;
import health.visavis.people.EndReason;
import health.visavis.people.domain.Tie;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Who treats whom, and who works for whom.
@Component
public class CareTeams implements CareRelationships {

    private static final String OPEN_OF_CLINICIAN = """
             WHERE ended_at IS NULL AND patient_id = ?
               AND staff_id = (SELECT person_id FROM clinician WHERE id = ?)
            """;

    /// The patients whom a member of staff treats, alone or as part of a treating clinician's team.
    static final String OF_STAFF = """
            SELECT patient_id FROM care_relationship
            WHERE staff_id = :staff AND ended_at IS NULL AND good_until > :now
            UNION
            SELECT care.patient_id FROM care_relationship care
            JOIN clinician ON clinician.person_id = care.staff_id
            JOIN team_member ON team_member.clinician_id = clinician.id
            WHERE team_member.staff_id = :staff AND care.ended_at IS NULL AND care.good_until > :now
            """;

    /// An open episode that is about to lapse.
    public record Due(UUID episode, PatientId patient, ClinicianId clinician) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    CareTeams(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// Begins an episode, or lets the open one go on for longer.
    public void beginCare(PatientId patient, ClinicianId clinician, Tie tie, Instant goodUntil, Instant at) {
        jdbc.sql("""
                        INSERT INTO care_relationship (id, patient_id, staff_id, began_at, origin, good_until, recorded_at)
                        SELECT :id, :patient, person_id, :at, :origin, :until, :recorded FROM clinician WHERE id = :clinician
                        ON CONFLICT (patient_id, staff_id) WHERE ended_at IS NULL DO UPDATE
                          SET good_until = greatest(care_relationship.good_until, excluded.good_until),
                              recorded_at = coalesce(excluded.recorded_at, care_relationship.recorded_at)
                          WHERE care_relationship.good_until < excluded.good_until OR excluded.recorded_at IS NOT NULL
                        """)
                .param("id", TimeOrderedId.next())
                .param("patient", patient.value())
                .param("at", Timestamp.from(at))
                .param("origin", origin(tie))
                .param("until", Timestamp.from(goodUntil))
                .param(
                        "recorded",
                        tie instanceof Tie.Record recorded ? Timestamp.from(recorded.at()) : null,
                        Types.TIMESTAMP)
                .param("clinician", clinician.value())
                .update();
    }

    /// What the open episode itself knows of.
    public List<Tie> ownTies(PatientId patient, ClinicianId clinician) {
        return jdbc
                .sql("SELECT origin, recorded_at FROM care_relationship" + OPEN_OF_CLINICIAN)
                .params(patient.value(), clinician.value())
                .query((row, number) -> ownTies(row.getString("origin"), row.getTimestamp("recorded_at")))
                .list()
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    public void goOn(PatientId patient, ClinicianId clinician, Instant goodUntil) {
        jdbc.sql("UPDATE care_relationship SET good_until = ?" + OPEN_OF_CLINICIAN)
                .params(Timestamp.from(goodUntil), patient.value(), clinician.value())
                .update();
    }

    public void endCare(PatientId patient, ClinicianId clinician, Instant at, EndReason reason) {
        jdbc.sql("UPDATE care_relationship SET ended_at = ?, end_reason = ?" + OPEN_OF_CLINICIAN)
                .params(Timestamp.from(at), reason.name(), patient.value(), clinician.value())
                .update();
    }

    /// Episodes that lapse before then, by id, without those that somebody else has in hand.
    public List<Due> due(Instant before, UUID after, int limit) {
        return jdbc.sql("""
                        SELECT care.id, care.patient_id, clinician.id AS clinician_id
                          FROM care_relationship care JOIN clinician ON clinician.person_id = care.staff_id
                         WHERE care.ended_at IS NULL AND care.good_until < ? AND care.id > ?
                         ORDER BY care.id LIMIT ? FOR UPDATE OF care SKIP LOCKED
                        """)
                .params(Timestamp.from(before), after, limit)
                .query((row, number) -> new Due(
                        row.getObject("id", UUID.class),
                        new PatientId(row.getObject("patient_id", UUID.class)),
                        new ClinicianId(row.getObject("clinician_id", UUID.class))))
                .list();
    }

    /// Of these pairs, those between whom care goes on: one statement for many.
    public Set<CarePair> current(Collection<CarePair> pairs) {
        return Set.copyOf(jdbc.sql("""
                        SELECT asked.patient_id, asked.clinician_id
                          FROM unnest(?::uuid[], ?::uuid[]) AS asked (patient_id, clinician_id)
                          JOIN clinician ON clinician.id = asked.clinician_id
                          JOIN care_relationship care ON care.patient_id = asked.patient_id AND care.staff_id = clinician.person_id
                         WHERE care.ended_at IS NULL AND care.good_until > ?
                        """)
                .param(pairs.stream().map(pair -> pair.patient().value()).toArray(UUID[]::new))
                .param(pairs.stream().map(pair -> pair.clinician().value()).toArray(UUID[]::new))
                .param(now())
                .query((row, number) -> new CarePair(
                        new PatientId(row.getObject("patient_id", UUID.class)),
                        new ClinicianId(row.getObject("clinician_id", UUID.class))))
                .list());
    }

    private static List<Tie> ownTies(String origin, @Nullable Timestamp recordedAt) {
        var ties = new ArrayList<Tie>();
        if (origin.equals("ASSIGNMENT")) {
            ties.add(new Tie.Assignment());
        }
        if (recordedAt != null) {
            ties.add(new Tie.Record(recordedAt.toInstant()));
        }
        return ties;
    }

    private static String origin(Tie tie) {
        return switch (tie) {
            case Tie.Appointment _, Tie.Visit _, Tie.Message _ -> "APPOINTMENT";
            case Tie.Record _ -> "IMPORT";
            case Tie.Assignment _ -> "ASSIGNMENT";
        };
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    public void join(ClinicianId clinician, PersonId staff) {
        jdbc.sql("INSERT INTO team_member (clinician_id, staff_id) VALUES (?, ?) ON CONFLICT DO NOTHING")
                .params(clinician.value(), staff.value())
                .update();
    }

    @Override
    public boolean exists(PersonId staff, PatientId patient) {
        return jdbc.sql("""
                        SELECT EXISTS (
                          SELECT FROM care_relationship
                          WHERE patient_id = :patient AND staff_id = :staff AND ended_at IS NULL AND good_until > :now)
                        OR EXISTS (
                          SELECT FROM team_member
                          JOIN clinician ON clinician.id = team_member.clinician_id
                          JOIN care_relationship care ON care.staff_id = clinician.person_id
                          WHERE team_member.staff_id = :staff AND care.patient_id = :patient
                            AND care.ended_at IS NULL AND care.good_until > :now)
                        """)
                .param("now", now())
                .param("patient", patient.value())
                .param("staff", staff.value())
                .query(Boolean.class)
                .single();
    }

    @Override
    public List<PatientId> patientsOf(PersonId staff) {
        return jdbc.sql(OF_STAFF)
                .param("staff", staff.value())
                .param("now", now())
                .query((row, number) -> new PatientId(row.getObject("patient_id", UUID.class)))
                .list();
    }

    @Override
    public boolean worksWith(PersonId staff, ClinicianId clinician) {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT FROM team_member WHERE clinician_id = :clinician AND staff_id = :staff)
                            OR EXISTS (SELECT FROM clinician WHERE id = :clinician AND person_id = :staff)
                        """)
                .param("clinician", clinician.value())
                .param("staff", staff.value())
                .query(Boolean.class)
                .single();
    }
}
