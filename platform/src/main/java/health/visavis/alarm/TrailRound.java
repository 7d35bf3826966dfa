package health.visavis.alarm;

import health.visavis.alarm.AlarmSubject.Address;
import health.visavis.alarm.AlarmSubject.Person;
import health.visavis.alarm.domain.Act;
import health.visavis.alarm.domain.TooMany;
import health.visavis.alarm.domain.Travel;
import health.visavis.alarm.domain.Travel.Stay;
import health.visavis.alarm.store.AlarmTable;
import health.visavis.audit.AuditEvent.Outcome;
import health.visavis.audit.AuditReader;
import health.visavis.audit.RecordedEvent;
import health.visavis.kernel.PersonId;
import health.visavis.kernel.Rounds;
import health.visavis.rounds.MakesRounds;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Looks through what was recorded since the last round, and as far before as a window reaches. One instance at a time;
/// what it does not get done, or finds a second time, is the same alarm.
@Component
class TrailRound implements MakesRounds {

    private static final String NAME = "trail";

    /// A row is seen when its transaction ends, which may be after a later one's.
    private static final Duration LATE = Duration.ofMinutes(2);

    /// Moments of the same that are nearer to each other are not tried one by one. What is quiet the table knows, not
    /// the rows: the first moment that is seen may be one of an alarm that was raised long ago.
    private static final Duration STEP = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(TrailRound.class);

    private final AuditReader trail;
    private final Alarms alarms;
    private final NewAdministrators newAdministrators;
    private final AlarmTable table;
    private final AddressPlaces places;
    private final AlarmSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Rounds rounds;

    TrailRound(
            AuditReader trail,
            Alarms alarms,
            NewAdministrators newAdministrators,
            AlarmTable table,
            AddressPlaces places,
            AlarmSettings settings,
            TransactionTemplate transaction,
            Clock clock) {
        this.trail = trail;
        this.alarms = alarms;
        this.newAdministrators = newAdministrators;
        this.table = table;
        this.places = places;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
        this.rounds = new Rounds("alarms", settings.every(), this::make, TrailRound::failed);
    }

    void make() {
        transaction.executeWithoutResult(open -> table.takeTurn(NAME).ifPresent(this::look));
    }

    private void look(Instant lookedTo) {
        var now = clock.instant();
        var since = lookedTo.minus(LATE);
        guesses(since.minus(settings.failedWithin()));
        readings(since.minus(settings.readWithin()));
        signIns(since);
        table.looked(NAME, now);
    }

    private void guesses(Instant since) {
        var refused = trail.doneWithoutPermissionCheck(TrailActs.ENTRANCES, Outcome.REFUSED, since);
        tooMany(settings.failedSignIns(), settings.failedWithin())
                .in(acts(refused, TrailRound::actor, TrailRound::itself))
                .forEach(moment -> raise(AlarmKind.BRUTE_FORCE, person(moment.who()), moment.at(), moment.count()));
        tooMany(settings.failedSignInsOfAddress(), settings.failedWithin())
                .in(acts(refused, row -> row.event().address(), TrailRound::itself))
                .forEach(
                        moment -> raise(AlarmKind.BRUTE_FORCE, new Address(moment.who()), moment.at(), moment.count()));
    }

    private void readings(Instant since) {
        bulk(TrailActs.READING, settings.patientsOpened(), since);
        bulk(TrailActs.LISTING, settings.patientsListed(), since);
    }

    private void bulk(Set<String> actions, int most, Instant since) {
        var read = trail.doneWithoutPermissionCheck(actions, Outcome.GRANTED, since);
        tooMany(most, settings.readWithin())
                .in(acts(read, TrailRound::actor, TrailRound::patients))
                .forEach(moment -> raise(AlarmKind.BULK_READING, person(moment.who()), moment.at(), moment.count()));
    }

    private void signIns(Instant since) {
        var came = trail.doneWithoutPermissionCheck(
                Set.of(TrailActs.SIGN_IN), Outcome.GRANTED, since.minus(AlarmSettings.TRAVEL_WITHIN));
        came.stream()
                .filter(row -> row.event().at().isAfter(since))
                .filter(row -> List.of(row.event().actorRoles().split(",")).contains(TrailActs.ADMIN))
                .forEach(row ->
                        newAdministrators.came(row.event().actor(), row.event().at()));
        var stays = came.stream().flatMap(this::stay).toList();
        new Travel(settings.travelKilometersPerHour(), settings.travelKilometers())
                .impossible(stays)
                .forEach(stay -> raise(AlarmKind.IMPOSSIBLE_TRAVEL, person(stay.who()), stay.at(), 2));
    }

    private Stream<Stay> stay(RecordedEvent row) {
        return places
                .of(row.event().address())
                .map(place -> new Stay(actor(row), row.event().at(), place))
                .stream();
    }

    private static TooMany tooMany(int most, Duration window) {
        return new TooMany(most - 1, window, STEP);
    }

    private static List<Act> acts(
            List<RecordedEvent> rows, Function<RecordedEvent, String> who, Function<RecordedEvent, List<String>> what) {
        return rows.stream()
                .map(row -> new Act(who.apply(row), row.event().at(), what.apply(row)))
                .collect(Collectors.toList());
    }

    private static String actor(RecordedEvent row) {
        return row.event().actor().toString();
    }

    private static List<String> itself(RecordedEvent row) {
        return List.of(row.event().id().toString());
    }

    private static List<String> patients(RecordedEvent row) {
        return row.patients().stream().map(UUID::toString).toList();
    }

    private static AlarmSubject person(String id) {
        return new Person(new PersonId(UUID.fromString(id)));
    }

    private void raise(AlarmKind kind, AlarmSubject subject, Instant at, long acts) {
        alarms.raise(new Alarm(kind, subject, at, acts));
    }

    private static void failed(RuntimeException unavailable) {
        LOG.warn("The trail was not looked through: {}", unavailable.getClass().getName());
    }

    @Override
    public Rounds rounds() {
        return rounds;
    }
}
