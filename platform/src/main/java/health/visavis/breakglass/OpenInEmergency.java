package health.visavis.breakglass;

import health.visavis.access.Access;
import health.visavis.access.Action;
import health.visavis.access.Actor;
import health.visavis.access.CareRelationships;
import health.visavis.access.PatientConsents;
import health.visavis.access.Role;
import health.visavis.access.UseCase;
import health.visavis.alarm.AlarmKind;
import health.visavis.alarm.AlarmSubject;
import health.visavis.alarm.Alarms;
import health.visavis.breakglass.store.EmergencyAccesses;
import health.visavis.kernel.PatientId;
import health.visavis.kernel.Sensitive;
import health.visavis.kernel.TimeOrderedId;
import health.visavis.keys.PatientCipher;
import health.visavis.people.PatientSummary;
import health.visavis.people.People;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

/// Opens the record of a patient who is not in one's care, or what of it wants a consent that is missing (42 CFR 2.51),
/// to
/// look at it for a while. It is an alarm at once, a task
/// for an administrator until it is judged, and the patient sees it.
@UseCase
@EnableConfigurationProperties(BreakGlassSettings.class)
public class OpenInEmergency {

    public static final int LONGEST_WORDS = 500;

    /// @param sought as whom they looked for the patient: an id alone opens nothing
    /// @param words what has happened; sealed as the patient's content
    /// @param warned whether they have confirmed that the patient and an administrator will see it
    public record Emergency(
            PatientId patient, Sought sought, EmergencyReason reason, Sensitive<String> words, boolean warned) {}

    public sealed interface OpeningOutcome {

        record Opened(EmergencyAccess access) implements OpeningOutcome {}

        /// It is open still: nothing was opened a second time.
        record OpenAlready(EmergencyAccess access) implements OpeningOutcome {}

        /// The patient is in their care and nothing that an emergency opens is withheld from them.
        record InCare() implements OpeningOutcome {}

        /// Nobody is called so and was born then.
        record NotFound() implements OpeningOutcome {}

        /// Nobody opens their own record as staff.
        record OwnRecord() implements OpeningOutcome {}

        record NotWarned() implements OpeningOutcome {}

        /// Missing, or longer than [#LONGEST_WORDS].
        record WordsWrong() implements OpeningOutcome {}

        /// The patient's content was destroyed: there is nothing left to open.
        record ContentGone() implements OpeningOutcome {}
    }

    private final Access access;
    private final CareRelationships relationships;
    private final PatientConsents consents;
    private final EmergencyAccesses accesses;
    private final People people;
    private final PatientCipher cipher;
    private final Alarms alarms;
    private final BreakGlassSettings settings;
    private final Clock clock;

    OpenInEmergency(
            Access access,
            CareRelationships relationships,
            PatientConsents consents,
            EmergencyAccesses accesses,
            People people,
            PatientCipher cipher,
            Alarms alarms,
            BreakGlassSettings settings,
            Clock clock) {
        this.access = access;
        this.relationships = relationships;
        this.consents = consents;
        this.accesses = accesses;
        this.people = people;
        this.cipher = cipher;
        this.alarms = alarms;
        this.settings = settings;
        this.clock = clock;
    }

    public OpeningOutcome open(Actor actor, Emergency emergency) {
        var id = TimeOrderedId.next();
        access.require(actor, Action.OPEN_IN_EMERGENCY.of(emergency.patient(), id));
        var found = sought(emergency);
        if (found.isEmpty()) {
            return new OpeningOutcome.NotFound();
        }
        var obstacle = obstacle(actor, found.get(), emergency);
        return obstacle != null ? obstacle : opened(actor, id, emergency);
    }

    private Optional<PatientSummary> sought(Emergency emergency) {
        var sought = emergency.sought();
        return people.patientsCalled(sought.name().reveal(), sought.bornOn()).stream()
                .filter(patient -> patient.id().equals(emergency.patient()))
                .findFirst();
    }

    private @Nullable OpeningOutcome obstacle(Actor actor, PatientSummary patient, Emergency emergency) {
        if (patient.person().equals(actor.person())) {
            return new OpeningOutcome.OwnRecord();
        }
        if (!actor.is(Role.EMERGENCY)
                && relationships.exists(actor.person(), patient.id())
                && !consents.inForce(patient.id(), actor.person()).isEmpty()) {
            return new OpeningOutcome.InCare();
        }
        var words = emergency.words().reveal();
        if (words.isBlank() || words.length() > LONGEST_WORDS) {
            return new OpeningOutcome.WordsWrong();
        }
        if (!emergency.warned()) {
            return new OpeningOutcome.NotWarned();
        }
        return cipher.seals(patient.id()) ? null : new OpeningOutcome.ContentGone();
    }

    private OpeningOutcome opened(Actor actor, UUID id, Emergency emergency) {
        accesses.takeTurn(actor.person(), emergency.patient());
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var before = accesses.openOf(actor.person(), now).stream()
                .filter(open -> open.patient().equals(emergency.patient()))
                .findFirst();
        if (before.isPresent()) {
            return new OpeningOutcome.OpenAlready(before.get());
        }
        var opened = new EmergencyAccess(
                id, actor.person(), emergency.patient(), emergency.reason(), now, now.plus(settings.lasts()), null);
        var words = emergency.words().reveal().strip();
        accesses.add(opened, cipher.encryptText(emergency.patient(), EmergencyAccesses.wordsOf(id), words));
        alarms.raise(AlarmKind.BREAK_GLASS, new AlarmSubject.Person(actor.person()));
        return new OpeningOutcome.Opened(opened);
    }
}
