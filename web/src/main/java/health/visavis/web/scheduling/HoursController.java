package health.visavis.web.scheduling;

import health.visavis.access.Actor;
import health.visavis.kernel.ClinicianId;
import health.visavis.scheduling.AddHoursException;
import health.visavis.scheduling.ReadClinicHours;
import health.visavis.scheduling.RemoveHoursException;
import health.visavis.scheduling.SetClinicHours;
import health.visavis.scheduling.domain.HoursExceptionId;
import health.visavis.web.components.FormErrors;
import health.visavis.web.layout.Answer;
import health.visavis.web.layout.Page;
import health.visavis.web.layout.Redirect;
import health.visavis.web.layout.Shell;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// A clinician sets his own week and the exceptions from it.
@Controller
@RequestMapping("/agenda/hours")
class HoursController {

    private final ReadClinicHours readClinicHours;
    private final SetClinicHours setClinicHours;
    private final AddHoursException addHoursException;
    private final RemoveHoursException removeHoursException;

    HoursController(
            ReadClinicHours readClinicHours,
            SetClinicHours setClinicHours,
            AddHoursException addHoursException,
            RemoveHoursException removeHoursException) {
        this.readClinicHours = readClinicHours;
        this.setClinicHours = setClinicHours;
        this.addHoursException = addHoursException;
        this.removeHoursException = removeHoursException;
    }

    @GetMapping
    Page show(Actor actor, Shell shell) {
        var schedule = readClinicHours.read(actor, own(actor));
        return Page.of("scheduling/hours", HoursPages.saved(schedule, shell));
    }

    @PostMapping
    Answer save(Actor actor, Shell shell, @RequestParam Map<String, String> fields) {
        var form = new HoursForm(fields, shell);
        var hours = form.read(own(actor));
        if (hours.isEmpty()) {
            var view = HoursPages.view(
                    fields, readClinicHours.read(actor, own(actor)), form.errors(), FormErrors.none(), shell);
            return Page.of("scheduling/hours", view).status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        setClinicHours.set(actor, hours.get());
        return Redirect.to("/agenda/hours").saying("scheduling.said.hours");
    }

    /// Without times the days are closed whole.
    @PostMapping("/closures")
    Answer close(
            Actor actor,
            Shell shell,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate until,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.TIME) @Nullable LocalTime fromTime,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.TIME) @Nullable LocalTime untilTime) {
        if (from == null) {
            return wrong(actor, shell, "from", "scheduling.hours.wrong.day");
        }
        var last = until == null ? from : until;
        var begins = from.atTime(fromTime == null ? LocalTime.MIDNIGHT : fromTime);
        var ends = untilTime == null ? last.plusDays(1).atStartOfDay() : last.atTime(untilTime);
        if (!begins.isBefore(ends)) {
            return wrong(actor, shell, "until", "scheduling.hours.wrong.order");
        }
        addHoursException.close(actor, own(actor), begins, ends);
        return Redirect.to("/agenda/hours").saying("scheduling.said.closed");
    }

    @PostMapping("/extra")
    Answer open(
            Actor actor,
            Shell shell,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate day,
            @RequestParam(defaultValue = "") String opens,
            @RequestParam(defaultValue = "") String closes) {
        var hours = HoursForm.pair(opens, closes);
        if (day == null) {
            return wrong(actor, shell, "day", "scheduling.hours.wrong.day");
        }
        if (hours == null) {
            return wrong(actor, shell, "opens", "scheduling.hours.wrong.order");
        }
        addHoursException.open(actor, own(actor), day, hours);
        return Redirect.to("/agenda/hours").saying("scheduling.said.extra");
    }

    @PostMapping("/exceptions/{id}/removal")
    Answer remove(Actor actor, @PathVariable UUID id) {
        removeHoursException.remove(actor, own(actor), new HoursExceptionId(id));
        return Redirect.to("/agenda/hours").saying("scheduling.said.removed");
    }

    private Page wrong(Actor actor, Shell shell, String field, String key) {
        var schedule = readClinicHours.read(actor, own(actor));
        var fields = schedule.map(found -> HoursPages.fields(found.hours())).orElseGet(() -> noHours(shell));
        var view = HoursPages.view(
                fields, schedule, FormErrors.none(), FormErrors.none().with(field, shell.t(key)), shell);
        return Page.of("scheduling/hours", view).status(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static Map<String, String> noHours(Shell shell) {
        return Map.of("zone", shell.zone().getId());
    }

    /// Somebody without hours of his own asks for hours that nobody has, and access says so.
    private static ClinicianId own(Actor actor) {
        var own = actor.clinician();
        return own != null ? own : new ClinicianId(actor.person().value());
    }
}
