package health.visavis.people.store;

import health.visavis.kernel.PersonId;
import health.visavis.kernel.Sensitive;
import health.visavis.people.Contact;
import health.visavis.people.PersonDetails;
import health.visavis.people.PersonSummary;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.AbstractMap.SimpleEntry;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
public class Persons {

    private final JdbcClient jdbc;
    private final Clock clock;

    Persons(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public void add(PersonId id, PersonDetails details) {
        if (!addOnce(id, details)) {
            throw new IllegalStateException("there is a person " + id);
        }
    }

    /// @return whether the person is new; the same twice is one
    public boolean addOnce(PersonId id, PersonDetails details) {
        return jdbc.sql("""
                        INSERT INTO person (id, given, family, email, phone, zone, language, created_at)
                        VALUES (:id, :given, :family, :email, :phone, :zone, :language, :now)
                        ON CONFLICT (id) DO NOTHING
                        """)
                        .param("id", id.value())
                        .param("given", details.given())
                        .param("family", details.family())
                        .param("email", details.email())
                        .param("phone", details.phone())
                        .param("zone", details.zone().getId())
                        .param("language", details.language().getLanguage())
                        .param("now", Timestamp.from(clock.instant()))
                        .update()
                > 0;
    }

    public void deactivate(PersonId id, Instant at) {
        jdbc.sql("UPDATE person SET deactivated_at = coalesce(deactivated_at, ?) WHERE id = ?")
                .params(Timestamp.from(at), id.value())
                .update();
    }

    /// Of these, those who are not deactivated.
    public Set<PersonId> active(Collection<PersonId> ids) {
        return Set.copyOf(jdbc.sql("SELECT id FROM person WHERE id = ANY(?) AND deactivated_at IS NULL")
                .param(ids.stream().map(PersonId::value).toArray(UUID[]::new))
                .query((row, number) -> new PersonId(row.getObject("id", UUID.class)))
                .list());
    }

    public void reactivate(PersonId id) {
        jdbc.sql("UPDATE person SET deactivated_at = NULL WHERE id = ?")
                .param(id.value())
                .update();
    }

    /// Changes name and contact data; zone and language belong to the person once set.
    ///
    /// @return whether anything was different
    boolean update(PersonId id, PersonDetails details) {
        return jdbc.sql("""
                        UPDATE person SET given = :given, family = :family, email = coalesce(:email, email), phone = coalesce(:phone, phone)
                        WHERE id = :id
                          AND (given, family, email, phone)
                              IS DISTINCT FROM (:given, :family, coalesce(:email, email), coalesce(:phone, phone))
                        """)
                        .param("id", id.value())
                        .param("given", details.given())
                        .param("family", details.family())
                        .param("email", details.email())
                        .param("phone", details.phone())
                        .update()
                > 0;
    }

    public void prefer(PersonId id, ZoneId zone, Locale language) {
        jdbc.sql("UPDATE person SET zone = ?, language = ? WHERE id = ?")
                .params(zone.getId(), language.getLanguage(), id.value())
                .update();
    }

    public Optional<PersonSummary> summary(PersonId id) {
        return jdbc.sql("SELECT id, given, family, zone, language FROM person WHERE id = ?")
                .param(id.value())
                .query((row, number) -> new PersonSummary(
                        new PersonId(row.getObject("id", UUID.class)),
                        Names.display(row),
                        ZoneId.of(row.getString("zone")),
                        Locale.of(row.getString("language"))))
                .optional();
    }

    public Map<PersonId, String> displayNames(Collection<PersonId> ids) {
        var names = new HashMap<PersonId, String>();
        jdbc.sql("SELECT id, given, family FROM person WHERE id = ANY(?)")
                .param(ids.stream().map(PersonId::value).toArray(UUID[]::new))
                .query((row, number) ->
                        new SimpleEntry<>(new PersonId(row.getObject("id", UUID.class)), Names.display(row)))
                .list()
                .forEach(entry -> names.put(entry.getKey(), entry.getValue()));
        return names;
    }

    public Map<PersonId, String> familyNames(Collection<PersonId> ids) {
        var names = new HashMap<PersonId, String>();
        jdbc.sql("SELECT id, family FROM person WHERE id = ANY(?)")
                .param(ids.stream().map(PersonId::value).toArray(UUID[]::new))
                .query((row, number) ->
                        new SimpleEntry<>(new PersonId(row.getObject("id", UUID.class)), row.getString("family")))
                .list()
                .forEach(entry -> names.put(entry.getKey(), entry.getValue()));
        return names;
    }

    public Optional<Contact> contact(PersonId id) {
        return jdbc.sql("SELECT email, phone, zone, language FROM person WHERE id = ?")
                .param(id.value())
                .query((row, number) -> new Contact(
                        Optional.ofNullable(row.getString("email")).map(Sensitive::of),
                        Optional.ofNullable(row.getString("phone")).map(Sensitive::of),
                        ZoneId.of(row.getString("zone")),
                        Locale.of(row.getString("language"))))
                .optional();
    }
}
