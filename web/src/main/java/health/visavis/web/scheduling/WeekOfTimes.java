package health.visavis.web.scheduling;

import health.visavis.kernel.TimeSlot;
import health.visavis.scheduling.FreeSlots;
import health.visavis.web.components.SlotChoices;
import health.visavis.web.layout.Shell;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Seven days of free times, with the way to the weeks before and after.
///
/// @param next where the first free time after this week is found; null when there is none
/// @param clinicZone the clinic's zone by name when its clock differs from the viewer's
public record WeekOfTimes(
        SlotChoices slots,
        LocalDate from,
        LocalDate until,
        @Nullable String earlier,
        @Nullable String later,
        @Nullable NextFree next,
        @Nullable String clinicZone) {

    private static final int DAYS = 7;

    public record NextFree(Instant at, String path) {}

    /// A day before today shows the week from today.
    static LocalDate firstDay(@Nullable LocalDate wished, Shell shell) {
        return firstDay(wished, shell, Reading.of(shell));
    }

    static LocalDate firstDay(@Nullable LocalDate wished, Shell shell, Reading reading) {
        var today = reading.dayOf(shell.now());
        return wished == null || wished.isBefore(today) ? today : wished;
    }

    static TimeSlot period(LocalDate from, ZoneId zone) {
        return new TimeSlot(
                from.atStartOfDay(zone).toInstant(),
                from.plusDays(DAYS).atStartOfDay(zone).toInstant());
    }

    /// @param path the address of this page up to the first day
    static WeekOfTimes of(FreeSlots free, LocalDate from, Shell shell, String path) {
        return of(free, from, shell, Reading.of(shell), path);
    }

    static WeekOfTimes of(FreeSlots free, LocalDate from, Shell shell, Reading reading, String path) {
        var end = from.plusDays(DAYS);
        var more = end.atStartOfDay(reading.zone()).toInstant().isBefore(free.horizon());
        var next = free.next();
        return new WeekOfTimes(
                SlotWords.of(free.slots(), shell, reading),
                from,
                end.minusDays(1),
                from.isAfter(reading.dayOf(shell.now())) ? path + from.minusDays(DAYS) : null,
                more ? path + end : null,
                next == null ? null : new NextFree(next.start(), path + reading.dayOf(next.start())),
                reading.beside() == null && Clocks.differ(free.clinicZone(), shell.zone(), shell.now())
                        ? shell.zoneName(free.clinicZone())
                        : null);
    }

    /// A clinician without hours has no times.
    static WeekOfTimes empty(LocalDate from, Shell shell) {
        return new WeekOfTimes(SlotWords.of(List.of(), shell), from, from.plusDays(DAYS - 1), null, null, null, null);
    }
}
