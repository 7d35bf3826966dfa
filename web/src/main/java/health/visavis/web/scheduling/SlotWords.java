package health.visavis.web.scheduling;

import health.visavis.kernel.TimeSlot;
import health.visavis.web.components.SlotChoices;
import health.visavis.web.layout.Shell;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// Free times as the viewer reads them: by day, on his own clock.
final class SlotWords {

    private SlotWords() {}

    static SlotChoices of(List<TimeSlot> slots, Shell shell) {
        var byDay = new TreeMap<LocalDate, List<SlotChoices.Time>>();
        for (var slot : slots) {
            byDay.computeIfAbsent(LocalDate.ofInstant(slot.start(), shell.zone()), _ -> new ArrayList<>())
                    .add(time(slot.start(), shell));
        }
        return new SlotChoices(
                shell.zoneName(),
                byDay.entrySet().stream()
                        .map(day -> new SlotChoices.Day(shell.date(day.getKey()), day.getValue()))
                        .toList());
    }

    private static SlotChoices.Time time(Instant start, Shell shell) {
        return new SlotChoices.Time(start.toString(), label(start, shell), shell.dateTime(start));
    }

    /// In the hour that happens twice, the time alone would not say which.
    private static String label(Instant start, Shell shell) {
        var clock = shell.clock(start);
        return happensTwice(start, shell.zone())
                ? clock + " "
                        + DateTimeFormatter.ofPattern("z", shell.language().locale())
                                .format(start.atZone(shell.zone()))
                : clock;
    }

    private static boolean happensTwice(Instant at, ZoneId zone) {
        return zone.getRules()
                        .getValidOffsets(at.atZone(zone).toLocalDateTime())
                        .size()
                > 1;
    }
}
