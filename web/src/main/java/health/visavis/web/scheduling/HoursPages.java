package health.visavis.web.scheduling;

import health.visavis.scheduling.domain.ClinicHours;
import health.visavis.scheduling.domain.ClinicSchedule;
import health.visavis.scheduling.domain.HoursException;
import health.visavis.scheduling.domain.WeeklyHours;
import health.visavis.web.components.Choice;
import health.visavis.web.components.FormErrors;
import health.visavis.web.layout.Shell;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// Prepares the editor of a week.
final class HoursPages {

    /// Empty pairs that invite another interval; after saving there are always some again.
    private static final int SPARE = 1;

    private static final int USUAL = 2;

    private static final List<String> ZONES = List.of(
            "America/New_York",
            "America/Chicago",
            "America/Denver",
            "America/Phoenix",
            "America/Los_Angeles",
            "America/Anchorage",
            "Pacific/Honolulu",
            "America/Puerto_Rico");

    private HoursPages() {}

    static HoursView saved(Optional<ClinicSchedule> schedule, Shell shell) {
        var fields = schedule.map(found -> fields(found.hours())).orElseGet(() -> usual(shell));
        return view(fields, schedule, FormErrors.none(), FormErrors.none(), shell);
    }

    static HoursView view(
            Map<String, String> fields,
            Optional<ClinicSchedule> schedule,
            FormErrors errors,
            FormErrors exceptionErrors,
            Shell shell) {
        var departures = schedule.map(ClinicSchedule::exceptions).orElse(List.of()).stream()
                .sorted(Comparator.comparing(HoursPages::begins))
                .map(each -> departure(each, shell))
                .toList();
        return new HoursView(days(fields), rules(fields, shell), departures, errors, exceptionErrors);
    }

    static Map<String, String> fields(ClinicHours hours) {
        var fields = new HashMap<String, String>();
        for (var day : DayOfWeek.values()) {
            var pairs = hours.weekly().stream()
                    .filter(each -> each.day() == day)
                    .map(WeeklyHours::hours)
                    .toList();
            for (int pair = 0; pair < pairs.size(); pair++) {
                fields.put(HoursForm.opens(day, pair), pairs.get(pair).opens().toString());
                fields.put(HoursForm.closes(day, pair), pairs.get(pair).closes().toString());
            }
        }
        fields.put("zone", hours.zone().getId());
        fields.put("visit", Long.toString(hours.rules().visitLength().toMinutes()));
        fields.put("notice", Long.toString(hours.rules().notice().toMinutes()));
        fields.put("horizon", Integer.toString(hours.rules().horizonDays()));
        return fields;
    }

    private static Map<String, String> usual(Shell shell) {
        return Map.of("zone", shell.zone().getId(), "visit", "30", "notice", "120", "horizon", "60");
    }

    private static List<HoursView.Day> days(Map<String, String> fields) {
        return Arrays.stream(DayOfWeek.values())
                .map(day -> new HoursView.Day(day.getValue(), pairs(day, fields)))
                .toList();
    }

    private static List<HoursView.Pair> pairs(DayOfWeek day, Map<String, String> fields) {
        var filled = 0;
        while (fields.containsKey(HoursForm.opens(day, filled))) {
            filled++;
        }
        var pairs = new ArrayList<HoursView.Pair>();
        for (int pair = 0; pair < Math.max(USUAL, filled + SPARE) && pair < 6; pair++) {
            var opens = HoursForm.opens(day, pair);
            var closes = HoursForm.closes(day, pair);
            pairs.add(
                    new HoursView.Pair(opens, fields.getOrDefault(opens, ""), closes, fields.getOrDefault(closes, "")));
        }
        return pairs;
    }

    private static HoursView.Rules rules(Map<String, String> fields, Shell shell) {
        var zone = fields.getOrDefault("zone", "");
        var visit = fields.getOrDefault("visit", "");
        var notice = fields.getOrDefault("notice", "");
        var horizon = fields.getOrDefault("horizon", "");
        return new HoursView.Rules(
                choices(ZONES, zone, id -> shell.sentenceStart(shell.zoneName(ZoneId.of(id)))),
                zone,
                choices(
                        List.of("10", "15", "20", "30", "45", "60"),
                        visit,
                        minutes -> shell.t("scheduling.hours.minutes", Long.valueOf(minutes))),
                visit,
                choices(
                        List.of("0", "60", "120", "240", "720", "1440", "2880"),
                        notice,
                        minutes -> noticeWords(Long.parseLong(minutes), shell)),
                notice,
                choices(
                        List.of("14", "30", "60", "90", "180"),
                        horizon,
                        days -> shell.t("scheduling.hours.days", Long.valueOf(days))),
                horizon);
    }

    private static String noticeWords(long minutes, Shell shell) {
        if (minutes == 0) {
            return shell.t("scheduling.hours.notice.none");
        }
        return minutes % 60 == 0
                ? shell.t("scheduling.hours.hours", minutes / 60)
                : shell.t("scheduling.hours.minutes", minutes);
    }

    /// A value that was set elsewhere stays choosable.
    private static List<Choice> choices(List<String> usual, String current, Function<String, String> words) {
        var values = usual.contains(current) || current.isBlank()
                ? usual.stream()
                : Stream.concat(usual.stream(), Stream.of(current));
        return values.flatMap(value -> choice(value, words).stream()).toList();
    }

    /// Something typed that is no number or zone has no words.
    private static Optional<Choice> choice(String value, Function<String, String> words) {
        try {
            return Optional.of(Choice.of(value, words.apply(value)));
        } catch (DateTimeException | NumberFormatException wrong) {
            return Optional.empty();
        }
    }

    private static HoursView.Departure departure(HoursException exception, Shell shell) {
        var path = "/agenda/hours/exceptions/" + exception.id().value() + "/removal";
        return switch (exception) {
            case HoursException.Closed closed -> new HoursView.Departure(path, "closed", words(closed, shell));
            case HoursException.ExtraHours extra ->
                new HoursView.Departure(
                        path,
                        "extra",
                        shell.t(
                                "scheduling.hours.span",
                                shell.day(extra.day()),
                                shell.clock(extra.hours().opens()),
                                shell.clock(extra.hours().closes())));
        };
    }

    private static String words(HoursException.Closed closed, Shell shell) {
        var first = closed.from().toLocalDate();
        var end = closed.until().toLocalDate();
        if (closed.from().equals(first.atStartOfDay()) && closed.until().equals(end.atStartOfDay())) {
            return shell.t("scheduling.hours.wholeDays", shell.day(first), shell.day(end.minusDays(1)));
        }
        return shell.t(
                "scheduling.hours.period",
                shell.day(first),
                shell.clock(closed.from().toLocalTime()),
                shell.day(end),
                shell.clock(closed.until().toLocalTime()));
    }

    private static LocalDateTime begins(HoursException exception) {
        return switch (exception) {
            case HoursException.Closed closed -> closed.from();
            case HoursException.ExtraHours extra ->
                extra.day().atTime(extra.hours().opens());
        };
    }
}
