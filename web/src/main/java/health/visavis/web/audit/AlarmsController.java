package health.visavis.web.audit;

import health.visavis.access.Actor;
import health.visavis.alarm.RaisedAlarm.Finding;
import health.visavis.insight.MarkAlarmSeen;
import health.visavis.insight.MarkAlarmSeen.SeenOutcome;
import health.visavis.insight.ReadAlarms;
import health.visavis.web.layout.Page;
import health.visavis.web.layout.Redirect;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What an administrator has to look at.
@Controller
@RequestMapping(AuditPages.ALARMS)
class AlarmsController {

    private final ReadAlarms readAlarms;
    private final MarkAlarmSeen markAlarmSeen;

    AlarmsController(ReadAlarms readAlarms, MarkAlarmSeen markAlarmSeen) {
        this.readAlarms = readAlarms;
        this.markAlarmSeen = markAlarmSeen;
    }

    @GetMapping
    Page alarms(Actor actor) {
        return Page.of("audit/alarms", AlarmsView.of(readAlarms.read(actor), actor.person()));
    }

    @PostMapping("/{alarm}/seen")
    Redirect seen(Actor actor, @PathVariable UUID alarm, @RequestParam Finding finding) {
        return Redirect.to(AuditPages.ALARMS)
                .saying(
                        switch (markAlarmSeen.mark(actor, alarm, finding)) {
                            case SeenOutcome.Seen _ -> "audit.alarms.done";
                            case SeenOutcome.SeenBefore _ -> "audit.alarms.seenBefore";
                            case SeenOutcome.AboutOneself _ -> "audit.alarms.aboutOneself";
                            case SeenOutcome.NoSuchAlarm _ -> "audit.alarms.noSuch";
                        });
    }
}
