package health.visavis.people.store;

import health.visavis.kernel.ClinicianId;
import health.visavis.kernel.PatientId;
import health.visavis.kernel.PersonId;
import health.visavis.people.ClinicianSummary;
import health.visavis.people.PersonDetails;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
public class Clinicians {

    private static final String SUMMARY = """
            SELECT clinician.id, clinician.person_id, clinician.specialty, person.given, person.family, person.zone
            FROM clinician JOIN person ON person.id = clinician.person_id
            """;

    private final JdbcClient jdbc;
    private final Persons persons;
    private final Clock clock;

    Clinicians(JdbcClient jdbc, Persons persons, Clock clock) {
        this.jdbc = jdbc;
        this.persons = persons;
        this.clock = clock;
    }

    public void add(ClinicianId id, PersonId person, String specialty) {
        jdbc.sql("INSERT INTO clinician (id, person_id, specialty) VALUES (?, ?, ?)")
                .params(id.value(), person.value(), specialty)
                .update();
    }

    /// @return whether anything was different
    public boolean update(ClinicianId id, PersonDetails details, String specialty) {
        var personChanged = persons.update(summary(id).orElseThrow().person(), details);
        var clinicianChanged =
                jdbc.sql("UPDATE clinician SET specialty = :specialty WHERE id = :id AND specialty <> :specialty")
                                .param("id", id.value())
                                .param("specialty", specialty)
                                .update()
                        > 0;
        return personChanged || clinicianChanged;
    }

    public Optional<ClinicianSummary> summary(ClinicianId id) {
        return jdbc.sql(SUMMARY + "WHERE clinician.id = ?")
                .param(id.value())
                .query(Clinicians::summary)
                .optional();
    }

    /// Without those who were deactivated: nobody new is to come to them.
    public List<ClinicianSummary> all() {
        return jdbc.sql(SUMMARY + """
                        WHERE person.deactivated_at IS NULL ORDER BY person.family, person.given, clinician.id
                        """).query(Clinicians::summary).list();
    }

    public boolean active(ClinicianId id) {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT FROM clinician JOIN person ON person.id = clinician.person_id
                          WHERE clinician.id = ? AND person.deactivated_at IS NULL)
                        """).param(id.value()).query(Boolean.class).single();
    }

    public List<ClinicianSummary> withStaff(PersonId staff) {
        return jdbc.sql(SUMMARY + """
                        WHERE clinician.person_id = :staff
                           OR clinician.id IN (SELECT clinician_id FROM team_member WHERE staff_id = :staff)
                        ORDER BY person.family, person.given, clinician.id
                        """)
                .param("staff", staff.value())
                .query(Clinicians::summary)
                .list();
    }

    public List<ClinicianSummary> treating(PatientId patient) {
        return jdbc.sql(SUMMARY + """
                        WHERE clinician.person_id IN (
                          SELECT staff_id FROM care_relationship
                          WHERE patient_id = ? AND ended_at IS NULL AND good_until > ?)
                        ORDER BY person.family, person.given, clinician.id
                        """)
                .params(patient.value(), Timestamp.from(clock.instant()))
                .query(Clinicians::summary)
                .list();
    }

    private static ClinicianSummary summary(ResultSet row, int number) throws SQLException {
        return new ClinicianSummary(
                new ClinicianId(row.getObject("id", UUID.class)),
                new PersonId(row.getObject("person_id", UUID.class)),
                Names.display(row),
                row.getString("specialty"),
                ZoneId.of(row.getString("zone")));
    }
}
