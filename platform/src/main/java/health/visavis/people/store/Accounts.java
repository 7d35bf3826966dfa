package health.visavis.people.store;

import health.visavis.access.Role;
import health.visavis.kernel.ClinicianId;
import health.visavis.kernel.PatientId;
import health.visavis.kernel.PersonId;
import health.visavis.people.Account;
import health.visavis.people.FoundPerson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Who has a sign-in here, or was asked to bring one.
@Component
public class Accounts {

    private static final String ACCOUNT = """
            SELECT person.id, person.given, person.family, person.email, person.deactivated_at,
                   clinician.id AS clinician_id, patient.id AS patient_id,
                   EXISTS (SELECT FROM identity WHERE identity.person_id = person.id) AS linked,
                   latest.roles, latest.open_until
            FROM person
            LEFT JOIN clinician ON clinician.person_id = person.id
            LEFT JOIN patient ON patient.person_id = person.id
            LEFT JOIN LATERAL (
              SELECT roles, CASE WHEN accepted_at IS NULL AND withdrawn_at IS NULL AND expires_at > :now
                            THEN expires_at END AS open_until
              FROM invitation WHERE person_id = person.id
              ORDER BY invited_at DESC NULLS LAST LIMIT 1) latest ON true
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Accounts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// Staff by name; and patients who were invited and have not come yet.
    public List<Account> all() {
        return jdbc.sql("SELECT * FROM (" + ACCOUNT + """
                        ) account
                        WHERE (patient_id IS NULL OR clinician_id IS NOT NULL OR roles && '{DOCTOR,NURSE,ADMIN}')
                            AND (linked OR roles IS NOT NULL OR deactivated_at IS NOT NULL)
                           OR patient_id IS NOT NULL AND NOT linked AND open_until IS NOT NULL
                        ORDER BY family, given, id
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .query(Accounts::account)
                .list();
    }

    /// Everybody whom this clinic knows, whether or not they can sign in, by name.
    public List<FoundPerson> named(String nameContains, int limit) {
        return jdbc.sql(
                        "SELECT account.*, (SELECT born_on FROM patient WHERE id = account.patient_id) AS born_on FROM ("
                                + ACCOUNT
                                + """
                        ) account
                        WHERE (patient_id IS NOT NULL OR clinician_id IS NOT NULL OR roles IS NOT NULL)
                          AND position(lower(:name) IN lower(given || ' ' || family)) > 0
                        ORDER BY family, given, id LIMIT :limit
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("name", nameContains.strip())
                .param("limit", limit)
                .query((row, number) -> new FoundPerson(
                        account(row, number), Optional.ofNullable(row.getObject("born_on", LocalDate.class))))
                .list();
    }

    public Optional<Account> find(PersonId person) {
        return jdbc.sql(ACCOUNT + "WHERE person.id = :person")
                .param("now", Timestamp.from(clock.instant()))
                .param("person", person.value())
                .query(Accounts::account)
                .optional();
    }

    private static Account account(ResultSet row, int number) throws SQLException {
        var clinician = Optional.ofNullable(row.getObject("clinician_id", UUID.class));
        var patient = Optional.ofNullable(row.getObject("patient_id", UUID.class));
        var until = row.getTimestamp("open_until");
        return new Account(
                new PersonId(row.getObject("id", UUID.class)),
                Names.display(row),
                Optional.ofNullable(row.getString("email")),
                roles(row, clinician.isPresent(), patient.isPresent()),
                clinician.map(ClinicianId::new),
                patient.map(PatientId::new),
                state(row, until),
                Optional.ofNullable(until).map(Timestamp::toInstant));
    }

    /// Whoever was never invited by role is at least what we know him as.
    private static Set<Role> roles(ResultSet row, boolean clinician, boolean patient) throws SQLException {
        var roles = EnumSet.noneOf(Role.class);
        var invited = row.getArray("roles");
        if (invited != null) {
            Arrays.stream((String[]) invited.getArray()).map(Role::valueOf).forEach(roles::add);
        }
        if (roles.isEmpty() && clinician) {
            roles.add(Role.DOCTOR);
        }
        if (roles.isEmpty() && patient) {
            roles.add(Role.PATIENT);
        }
        return roles;
    }

    private static Account.State state(ResultSet row, @Nullable Timestamp until) throws SQLException {
        if (row.getTimestamp("deactivated_at") != null) {
            return Account.State.DEACTIVATED;
        }
        if (row.getBoolean("linked")) {
            return Account.State.ACTIVE;
        }
        if (until != null) {
            return Account.State.INVITED;
        }
        return row.getArray("roles") != null ? Account.State.NOT_INVITED : Account.State.REGISTERED;
    }
}
