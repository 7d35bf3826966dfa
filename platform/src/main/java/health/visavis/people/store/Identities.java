package health.visavis.people.store;

import health.visavis.kernel.ClinicianId;
import health.visavis.kernel.PatientId;
import health.visavis.kernel.PersonId;
import health.visavis.people.PersonSummary;
import health.visavis.people.SignedInPerson;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
public class Identities {

    private final JdbcClient jdbc;

    Identities(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void link(String issuer, String subject, PersonId person, Instant at) {
        jdbc.sql("INSERT INTO identity (issuer, subject, person_id, linked_at) VALUES (?, ?, ?, ?)")
                .params(issuer, subject, person.value(), Timestamp.from(at))
                .update();
    }

    /// Whose sign-in it is, also when that person was deactivated.
    public Optional<PersonId> owner(String issuer, String subject) {
        return jdbc.sql("SELECT person_id FROM identity WHERE issuer = ? AND subject = ?")
                .params(issuer, subject)
                .query(UUID.class)
                .optional()
                .map(PersonId::new);
    }

    /// Nobody for the sign-in of a person who was deactivated.
    public Optional<SignedInPerson> find(String issuer, String subject) {
        return jdbc.sql("""
                        SELECT person.id, person.given, person.family, person.zone, person.language,
                               patient.id AS patient_id, clinician.id AS clinician_id
                        FROM identity
                        JOIN person ON person.id = identity.person_id
                        LEFT JOIN patient ON patient.person_id = person.id
                        LEFT JOIN clinician ON clinician.person_id = person.id
                        WHERE identity.issuer = ? AND identity.subject = ? AND person.deactivated_at IS NULL
                        """)
                .params(issuer, subject)
                .query((row, number) -> new SignedInPerson(
                        new PersonSummary(
                                new PersonId(row.getObject("id", UUID.class)),
                                Names.display(row),
                                ZoneId.of(row.getString("zone")),
                                Locale.of(row.getString("language"))),
                        Optional.ofNullable(row.getObject("patient_id", UUID.class))
                                .map(PatientId::new),
                        Optional.ofNullable(row.getObject("clinician_id", UUID.class))
                                .map(ClinicianId::new)))
                .optional();
    }
}
