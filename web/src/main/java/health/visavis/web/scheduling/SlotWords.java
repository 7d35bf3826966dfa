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

/// Free times as somebody reads them: by day, on the viewer's own clock unless another one is named.
final class SlotWords {

    private SlotWords() {}

    static SlotChoices of(List<TimeSlot> slots, Shell shell) {
        return of(slots, shell, Reading.of(shell));
    }

    static SlotChoices of(List<TimeSlot> slots, Shell shell, Reading reading) {
        var byDay = new TreeMap<LocalDate, List<SlotChoices.Time>>();
        for (var slot : slots) {
            byDay.computeIfAbsent(LocalDate.ofInstant(slot.start(), reading.zone()), _ -> new ArrayList<>())
                    .add(time(slot.start(), shell, reading));
        }
        return new SlotChoices(
                shell.zoneName(reading.zone()),
                byDay.entrySet().stream()
                        .map(day -> new SlotChoices.Day(heading(day.getKey(), shell), day.getValue()))
                        .toList());
    }

    /// Where it wraps, it does so after the day of the week.
    private static String heading(LocalDate day, Shell shell) {
        return shell.sentenceStart(shell.longDate(day)).replace(' ', '\u00a0').replace(",\u00a0", ", ");
    }

    private static SlotChoices.Time time(Instant start, Shell shell, Reading reading) {
        var spoken = shell.dateTime(start, reading.zone());
        var beside = reading.beside();
        return beside == null || !Clocks.differ(reading.zone(), beside, start)
                ? new SlotChoices.Time(start.toString(), label(start, shell, reading.zone()), spoken)
                : new SlotChoices.Time(
                        start.toString(),
                        label(start, shell, reading.zone()),
                        besides(start, shell, reading, beside),
                        spoken + " · " + shell.dateTime(start, beside));
    }

    private static String besides(Instant start, Shell shell, Reading reading, ZoneId beside) {
        var clock = label(start, shell, beside);
        var day = LocalDate.ofInstant(start, beside);
        return day.equals(reading.dayOf(start)) ? clock : shell.shortDate(day) + ", " + clock;
    }

    /// In the hour that happens twice, the time alone would not say which.
    private static String label(Instant start, Shell shell, ZoneId zone) {
        var clock = shell.clock(start, zone);
        return happensTwice(start, zone)
                ? clock + " "
                        + DateTimeFormatter.ofPattern("z", shell.language().locale())
                                .format(start.atZone(zone))
                : clock;
    }

    private static boolean happensTwice(Instant at, ZoneId zone) {
        return zone.getRules()
                        .getValidOffsets(at.atZone(zone).toLocalDateTime())
                        .size()
                > 1;
    }
}
