package health.visavis.insight;

import health.visavis.access.Access;
import health.visavis.access.Action;
import health.visavis.access.Actor;
import health.visavis.access.UseCase;
import health.visavis.alarm.AlarmSubject;
import health.visavis.alarm.Alarms;
import health.visavis.alarm.RaisedAlarm;
import health.visavis.kernel.PersonId;
import health.visavis.people.Administrators;
import health.visavis.people.People;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What there is to look at, and what others have looked at.
@UseCase
public class ReadAlarms {

    /// More than anybody looks through; those above it come when these are seen.
    public static final int AT_ONCE = 200;

    /// @param aboutName of the person it is about; null when it is about none, or about nobody known here
    /// @param seenByName of who has looked at it
    public record Named(
            RaisedAlarm raised,
            @Nullable String aboutName,
            @Nullable String seenByName) {}

    /// @param open oldest first
    /// @param seen the last one first
    /// @param onlyAdministrator whether nobody else could look at what is about the reader
    public record Found(List<Named> open, List<Named> seen, boolean onlyAdministrator) {}

    private final Access access;
    private final Alarms alarms;
    private final People people;
    private final Administrators administrators;

    ReadAlarms(Access access, Alarms alarms, People people, Administrators administrators) {
        this.access = access;
        this.alarms = alarms;
        this.people = people;
        this.administrators = administrators;
    }

    public Found read(Actor actor) {
        access.require(actor, Action.READ_ALARMS.anyone());
        var open = alarms.openWithoutPermissionCheck(AT_ONCE);
        var seen = alarms.seenWithoutPermissionCheck(AT_ONCE);
        var names = people.displayNames(Stream.concat(open.stream(), seen.stream())
                .flatMap(ReadAlarms::persons)
                .distinct()
                .toList());
        return new Found(
                open.stream().map(alarm -> named(alarm, names)).toList(),
                seen.stream().map(alarm -> named(alarm, names)).toList(),
                administrators.isOnlyOne(actor.person()));
    }

    /// For the start page: how many nobody has looked at. It tells nothing of them, and leaves no row.
    public long openCount(Actor actor) {
        access.requireForUpdate(actor, Action.READ_ALARMS.anyone());
        return alarms.openCountWithoutPermissionCheck();
    }

    private static Stream<PersonId> persons(RaisedAlarm raised) {
        var about = raised.alarm().subject() instanceof AlarmSubject.Person person
                ? Stream.of(person.id())
                : Stream.<PersonId>empty();
        return raised.seen() == null
                ? about
                : Stream.concat(about, Stream.of(raised.seen().by()));
    }

    private static Named named(RaisedAlarm raised, Map<PersonId, String> names) {
        return new Named(
                raised,
                raised.alarm().subject() instanceof AlarmSubject.Person person ? names.get(person.id()) : null,
                raised.seen() == null ? null : names.get(raised.seen().by()));
    }
}
