package health.visavis.insight;

import health.visavis.access.Access;
import health.visavis.access.Action;
import health.visavis.access.Actor;
import health.visavis.access.UseCase;
import health.visavis.alarm.AlarmSubject;
import health.visavis.alarm.Alarms;
import health.visavis.alarm.RaisedAlarm.Finding;
import health.visavis.people.Administrators;
import java.util.UUID;

/// Somebody has looked at an alarm and says what it was. That stays: nobody changes it or takes it back.
@UseCase
public class MarkAlarmSeen {

    public sealed interface SeenOutcome {

        record Seen() implements SeenOutcome {}

        record NoSuchAlarm() implements SeenOutcome {}

        /// Somebody was quicker; what they found stands.
        record SeenBefore() implements SeenOutcome {}

        /// Nobody judges what is about themselves while there is another administrator who can.
        record AboutOneself() implements SeenOutcome {}
    }

    private final Access access;
    private final Alarms alarms;
    private final Administrators administrators;

    MarkAlarmSeen(Access access, Alarms alarms, Administrators administrators) {
        this.access = access;
        this.alarms = alarms;
        this.administrators = administrators;
    }

    public SeenOutcome mark(Actor actor, UUID alarm, Finding finding) {
        access.require(actor, Action.MARK_ALARM_SEEN.about(alarm));
        var held = alarms.heldWithoutPermissionCheck(alarm);
        if (held.isEmpty()) {
            return new SeenOutcome.NoSuchAlarm();
        }
        if (held.get().seen() != null) {
            return new SeenOutcome.SeenBefore();
        }
        if (held.get().alarm().subject().equals(new AlarmSubject.Person(actor.person()))
                && !administrators.isOnlyOne(actor.person())) {
            return new SeenOutcome.AboutOneself();
        }
        alarms.markSeenWithoutPermissionCheck(alarm, actor.person(), finding);
        return new SeenOutcome.Seen();
    }
}
