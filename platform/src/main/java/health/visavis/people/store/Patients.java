package health.visavis.people.store;

import health.visavis.kernel.PatientId;
import health.visavis.kernel.PersonId;
import health.visavis.people.Gender;
import health.visavis.people.PatientDetails;
import health.visavis.people.PatientSummary;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
public class Patients {

    private static final String SUMMARY = """
        SELECT patient.id, patient.person_id, patient.born_on, patient.gender, person.given, person.family, person.zone
        FROM patient JOIN person ON person.id = patient.person_id
        """;

    private final JdbcClient jdbc;
    private final Persons persons;
    private final Clock clock;

    Patients(JdbcClient jdbc, Persons persons, Clock clock) {
        this.jdbc = jdbc;
        this.persons = persons;
        this.clock = clock;
    }

    public void add(PatientId id, PersonId person, PatientDetails details) {
        jdbc.sql("INSERT INTO patient (id, person_id, born_on, gender, address) VALUES (:id, :person, :born,"
                        + " :gender, :address)")
                .param("id", id.value())
                .param("person", person.value())
                .param("born", Date.valueOf(details.bornOn()))
                .param("gender", details.gender().code())
                .param("address", details.address())
                .update();
    }

    /// @return whether anything was different
    public boolean update(PatientId id, PatientDetails details) {
        var person = summary(id).orElseThrow().person();
        var personChanged = persons.update(person, details.person());
        var patientChanged = jdbc.sql("""
            UPDATE patient SET born_on = :born, gender = :gender, address = :address
            WHERE id = :id AND (born_on, gender, address) IS DISTINCT FROM (:born, :gender, :address)
            """)
                        .param("id", id.value())
                        .param("born", Date.valueOf(details.bornOn()))
                        .param("gender", details.gender().code())
                        .param("address", details.address())
                        .update()
                > 0;
        return personChanged || patientChanged;
    }

    public Optional<PatientSummary> summary(PatientId id) {
        return jdbc.sql(SUMMARY + "WHERE patient.id = ?")
                .param(id.value())
                .query(Patients::summary)
                .optional();
    }

    public List<PatientSummary> summaries(Collection<PatientId> ids) {
        return jdbc.sql(SUMMARY + "WHERE patient.id = ANY(?) ORDER BY person.family, person.given")
                .param(ids.stream().map(PatientId::value).toArray(UUID[]::new))
                .query(Patients::summary)
                .list();
    }

    public List<PatientSummary> bornOn(LocalDate day) {
        return jdbc.sql(SUMMARY + "WHERE patient.born_on = ? ORDER BY patient.id")
                .param(Date.valueOf(day))
                .query(Patients::summary)
                .list();
    }

    public List<PatientSummary> ofStaff(PersonId staff, String nameContains, int limit) {
        return jdbc.sql(SUMMARY + "WHERE patient.id IN (" + CareTeams.OF_STAFF + """
                        )
                        AND position(lower(:name) IN lower(person.given || ' ' || person.family)) > 0
                        ORDER BY person.family, person.given, patient.id LIMIT :limit
                        """)
                .param("staff", staff.value())
                .param("name", nameContains.strip())
                .param("now", Timestamp.from(clock.instant()))
                .param("limit", limit)
                .query(Patients::summary)
                .list();
    }

    private static PatientSummary summary(ResultSet row, int number) throws SQLException {
        return new PatientSummary(
                new PatientId(row.getObject("id", UUID.class)),
                new PersonId(row.getObject("person_id", UUID.class)),
                Names.display(row),
                row.getObject("born_on", LocalDate.class),
                Gender.ofCode(row.getString("gender")),
                ZoneId.of(row.getString("zone")));
    }
}
