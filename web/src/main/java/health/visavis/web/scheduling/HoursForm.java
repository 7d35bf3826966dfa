package health.visavis.web.scheduling;

import health.visavis.kernel.ClinicianId;
import health.visavis.scheduling.domain.BookingRules;
import health.visavis.scheduling.domain.ClinicHours;
import health.visavis.scheduling.domain.OpeningHours;
import health.visavis.scheduling.domain.WeeklyHours;
import health.visavis.web.components.FormErrors;
import health.visavis.web.layout.Shell;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The week as it is typed: per day some pairs of times, of which an empty pair means nothing.
final class HoursForm {

    private static final int MOST_PAIRS = 6;

    private final Map<String, String> fields;
    private final Shell shell;
    private FormErrors errors = FormErrors.none();

    HoursForm(Map<String, String> fields, Shell shell) {
        this.fields = fields;
        this.shell = shell;
    }

    static String opens(DayOfWeek day, int pair) {
        return "opens-" + day.getValue() + "-" + pair;
    }

    static String closes(DayOfWeek day, int pair) {
        return "closes-" + day.getValue() + "-" + pair;
    }

    /// What was typed, or empty with [#errors()] saying what is wrong.
    Optional<ClinicHours> read(ClinicianId clinician) {
        var zone = zone();
        var rules = rules();
        var weekly = new ArrayList<WeeklyHours>();
        for (var day : DayOfWeek.values()) {
            weekly.addAll(hoursOf(day));
        }
        if (errors.any() || zone == null || rules == null) {
            return Optional.empty();
        }
        return Optional.of(new ClinicHours(clinician, zone, rules, weekly));
    }

    FormErrors errors() {
        return errors;
    }

    String typed(String field) {
        return fields.getOrDefault(field, "");
    }

    private List<WeeklyHours> hoursOf(DayOfWeek day) {
        var hours = new ArrayList<WeeklyHours>();
        for (int pair = 0; pair < MOST_PAIRS; pair++) {
            var opens = typed(opens(day, pair));
            var closes = typed(closes(day, pair));
            if (opens.isBlank() && closes.isBlank()) {
                continue;
            }
            var read = pair(opens, closes);
            if (read == null) {
                wrong(opens(day, pair), "scheduling.hours.wrong.pair", day);
            } else if (hours.stream().anyMatch(each -> each.hours().overlaps(read))) {
                wrong(opens(day, pair), "scheduling.hours.wrong.overlap", day);
            } else {
                hours.add(new WeeklyHours(day, read));
            }
        }
        return hours;
    }

    static @Nullable OpeningHours pair(String opens, String closes) {
        try {
            return new OpeningHours(LocalTime.parse(opens), LocalTime.parse(closes));
        } catch (DateTimeException | IllegalArgumentException wrong) {
            return null;
        }
    }

    private @Nullable ZoneId zone() {
        try {
            return ZoneId.of(typed("zone"));
        } catch (DateTimeException wrong) {
            errors = errors.with("zone", shell.t("scheduling.hours.wrong.zone"));
            return null;
        }
    }

    private @Nullable BookingRules rules() {
        try {
            return new BookingRules(
                    Duration.ofMinutes(Long.parseLong(typed("visit"))),
                    Duration.ofMinutes(Long.parseLong(typed("notice"))),
                    Integer.parseInt(typed("horizon")));
        } catch (IllegalArgumentException wrong) {
            errors = errors.with("visit", shell.t("scheduling.hours.wrong.rules"));
            return null;
        }
    }

    private void wrong(String field, String key, DayOfWeek day) {
        errors = errors.with(field, shell.t(key, shell.t("scheduling.day." + day.getValue())));
    }
}
