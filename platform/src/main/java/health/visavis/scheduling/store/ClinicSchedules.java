package health.visavis.scheduling.store;

import health.visavis.kernel.ClinicianId;
import health.visavis.scheduling.domain.BookingRules;
import health.visavis.scheduling.domain.ClinicHours;
import health.visavis.scheduling.domain.ClinicSchedule;
import health.visavis.scheduling.domain.HoursException;
import health.visavis.scheduling.domain.HoursException.Closed;
import health.visavis.scheduling.domain.HoursException.ExtraHours;
import health.visavis.scheduling.domain.HoursExceptionId;
import health.visavis.scheduling.domain.OpeningHours;
import health.visavis.scheduling.domain.WeeklyHours;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Hours and exceptions, read in one statement because every booking reads them.
@Component
public class ClinicSchedules {

    /// Wide enough to hold every wall time of a period in any zone.
    private static final Duration ZONES = Duration.ofDays(2);

    private static final String EVERYTHING = """
            SELECT clinician_id, 'RULES' AS kind, zone, visit_minutes AS first, notice_minutes AS second, horizon_days AS third,
              NULL::uuid AS id, NULL::timestamp AS starts_at, NULL::timestamp AS ends_at
            FROM clinic_hours %1$s
            UNION ALL
            SELECT clinician_id, 'WEEKLY', NULL, day_of_week, opening_minute, closing_minute, NULL, NULL, NULL
            FROM weekly_hours %1$s
            UNION ALL
            SELECT clinician_id, kind, NULL, NULL, NULL, NULL, id, starts_at, ends_at
            FROM hours_exception %1$s %2$s
            """;

    private final JdbcClient jdbc;

    ClinicSchedules(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Hours, with the exceptions that touch a period.
    public Optional<ClinicSchedule> find(ClinicianId clinician, Instant from, Instant until) {
        return jdbc
                .sql(EVERYTHING.formatted(
                        "WHERE clinician_id = :clinician", "AND starts_at < :until AND ends_at > :from"))
                .param("clinician", clinician.value())
                .param("from", LocalDateTime.ofInstant(from.minus(ZONES), ZoneOffset.UTC))
                .param("until", LocalDateTime.ofInstant(until.plus(ZONES), ZoneOffset.UTC))
                .query(ClinicSchedules::schedules)
                .stream()
                .findFirst();
    }

    /// Everybody's hours.
    public List<ClinicSchedule> all(Instant from, Instant until) {
        return jdbc.sql(EVERYTHING.formatted("WHERE true", "AND starts_at < :until AND ends_at > :from"))
                .param("from", LocalDateTime.ofInstant(from.minus(ZONES), ZoneOffset.UTC))
                .param("until", LocalDateTime.ofInstant(until.plus(ZONES), ZoneOffset.UTC))
                .query(ClinicSchedules::schedules);
    }

    /// Replaces the weekly hours; exceptions stay.
    public void set(ClinicHours hours, Instant at) {
        var rules = hours.rules();
        jdbc.sql("""
                        INSERT INTO clinic_hours (clinician_id, zone, visit_minutes, notice_minutes, horizon_days, changed_at)
                        VALUES (?, ?, ?, ?, ?, ?)
                        ON CONFLICT (clinician_id) DO UPDATE SET zone = excluded.zone, visit_minutes = excluded.visit_minutes,
                          notice_minutes = excluded.notice_minutes, horizon_days = excluded.horizon_days,
                          changed_at = excluded.changed_at
                        """)
                .params(
                        hours.clinician().value(),
                        hours.zone().getId(),
                        Math.toIntExact(rules.visitLength().toMinutes()),
                        Math.toIntExact(rules.notice().toMinutes()),
                        rules.horizonDays(),
                        AppointmentRows.at(at))
                .update();
        jdbc.sql("DELETE FROM weekly_hours WHERE clinician_id = ?")
                .param(hours.clinician().value())
                .update();
        for (var weekly : hours.weekly()) {
            jdbc.sql("""
                            INSERT INTO weekly_hours (clinician_id, day_of_week, opening_minute, closing_minute)
                            VALUES (?, ?, ?, ?)
                            """)
                    .params(
                            hours.clinician().value(),
                            weekly.day().getValue(),
                            weekly.hours().openingMinute(),
                            weekly.hours().closingMinute())
                    .update();
        }
    }

    public void add(ClinicianId clinician, HoursException exception) {
        var period = switch (exception) {
            case Closed closed -> new Period("CLOSED", closed.from(), closed.until());
            case ExtraHours extra ->
                new Period(
                        "EXTRA",
                        extra.day().atStartOfDay().plusMinutes(extra.hours().openingMinute()),
                        extra.day().atStartOfDay().plusMinutes(extra.hours().closingMinute()));
        };
        jdbc.sql("INSERT INTO hours_exception (id, clinician_id, kind, starts_at, ends_at) VALUES (?, ?, ?, ?, ?)")
                .params(exception.id().value(), clinician.value(), period.kind(), period.from(), period.until())
                .update();
    }

    public void remove(ClinicianId clinician, HoursExceptionId id) {
        jdbc.sql("DELETE FROM hours_exception WHERE id = ? AND clinician_id = ?")
                .params(id.value(), clinician.value())
                .update();
    }

    private record Period(String kind, LocalDateTime from, LocalDateTime until) {}

    /// The parts of one schedule as its rows come in; exceptions without hours are nobody's schedule yet.
    private static final class Parts {
        private @Nullable ZoneId zone;
        private @Nullable BookingRules rules;
        private final List<WeeklyHours> weekly = new ArrayList<>();
        private final List<HoursException> exceptions = new ArrayList<>();

        private Optional<ClinicSchedule> schedule(ClinicianId clinician) {
            if (zone == null || rules == null) {
                return Optional.empty();
            }
            return Optional.of(new ClinicSchedule(new ClinicHours(clinician, zone, rules, weekly), exceptions));
        }
    }

    private static List<ClinicSchedule> schedules(ResultSet rows) throws SQLException {
        Map<ClinicianId, Parts> byClinician = new LinkedHashMap<>();
        while (rows.next()) {
            var clinician = new ClinicianId(rows.getObject("clinician_id", UUID.class));
            take(rows, byClinician.computeIfAbsent(clinician, _ -> new Parts()));
        }
        return byClinician.entrySet().stream()
                .flatMap(each -> each.getValue().schedule(each.getKey()).stream())
                .toList();
    }

    private static void take(ResultSet row, Parts parts) throws SQLException {
        switch (row.getString("kind")) {
            case "RULES" -> {
                parts.zone = ZoneId.of(row.getString("zone"));
                parts.rules = new BookingRules(
                        Duration.ofMinutes(row.getInt("first")),
                        Duration.ofMinutes(row.getInt("second")),
                        row.getInt("third"));
            }
            case "WEEKLY" ->
                parts.weekly.add(new WeeklyHours(
                        DayOfWeek.of(row.getInt("first")),
                        OpeningHours.ofMinutes(row.getInt("second"), row.getInt("third"))));
            case "CLOSED" -> parts.exceptions.add(new Closed(exceptionId(row), startsAt(row), endsAt(row)));
            case "EXTRA" ->
                parts.exceptions.add(new ExtraHours(
                        exceptionId(row),
                        startsAt(row).toLocalDate(),
                        new OpeningHours(
                                startsAt(row).toLocalTime(), endsAt(row).toLocalTime())));
            default -> throw new IllegalStateException("unknown kind of hours");
        }
    }

    private static HoursExceptionId exceptionId(ResultSet row) throws SQLException {
        return new HoursExceptionId(row.getObject("id", UUID.class));
    }

    private static LocalDateTime startsAt(ResultSet row) throws SQLException {
        return row.getObject("starts_at", LocalDateTime.class);
    }

    private static LocalDateTime endsAt(ResultSet row) throws SQLException {
        return row.getObject("ends_at", LocalDateTime.class);
    }
}
