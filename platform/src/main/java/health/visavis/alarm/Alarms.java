package health.visavis.alarm;

import health.visavis.alarm.RaisedAlarm.Finding;
import health.visavis.alarm.store.AlarmTable;
import health.visavis.kernel.PersonId;
import health.visavis.kernel.TimeOrderedId;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Raises alarms, for whoever knows of something that no row of the trail tells, and keeps them.
@Component
public class Alarms {

    private final AlarmTable table;
    private final AlarmSettings settings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Alarms(AlarmTable table, AlarmSettings settings, ApplicationEventPublisher events, Clock clock) {
        this.table = table;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
    }

    /// Part of the caller's transaction, where there is one: what is about to be refused, and rolled back, is said
    /// outside of it. Quiet when the same was said about the same within the last hour ([AlarmSettings#quiet]).
    ///
    /// @return whether there is a new alarm
    @Transactional
    public boolean raise(Alarm alarm) {
        var id = TimeOrderedId.next();
        var fresh = table.add(id, alarm, alarm.happenedAt().plus(settings.quiet()), clock.instant());
        if (fresh) {
            events.publishEvent(new AlarmRaised(id, alarm.kind()));
        }
        return fresh;
    }

    /// As [#raise(Alarm)], for what happens now and is one act.
    @Transactional
    public boolean raise(AlarmKind kind, AlarmSubject subject) {
        return raise(new Alarm(kind, subject, clock.instant(), 1));
    }

    /// For a use case that has asked for its permission: those nobody has looked at, oldest first.
    public List<RaisedAlarm> openWithoutPermissionCheck(int limit) {
        return table.open(limit);
    }

    /// As [#openWithoutPermissionCheck]: those somebody has looked at, the last one first.
    public List<RaisedAlarm> seenWithoutPermissionCheck(int limit) {
        return table.seen(limit);
    }

    /// For a card on the start page of who may see them.
    public long openCountWithoutPermissionCheck() {
        return table.openCount();
    }

    /// Held until the end of the transaction, so that two who look at once do not both have seen it first.
    @Transactional
    public Optional<RaisedAlarm> heldWithoutPermissionCheck(UUID id) {
        return table.held(id);
    }

    /// For a use case that has asked for its permission.
    @Transactional
    public void markSeenWithoutPermissionCheck(UUID id, PersonId by, Finding finding) {
        table.markSeen(id, by, finding, clock.instant());
    }
}
