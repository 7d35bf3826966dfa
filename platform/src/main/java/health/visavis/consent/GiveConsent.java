package health.visavis.consent;

import health.visavis.access.Access;
import health.visavis.access.Action;
import health.visavis.access.Actor;
import health.visavis.access.UseCase;
import health.visavis.consent.Consent.Standing;
import health.visavis.consent.Consent.Statement;
import health.visavis.consent.store.Consents;
import health.visavis.kernel.PatientId;
import health.visavis.kernel.TimeOrderedId;
import health.visavis.people.ClinicianSummary;
import health.visavis.people.PatientSummary;
import health.visavis.people.People;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;

/// A patient agrees. It counts from the next request of whomever it is for.
@UseCase
public class GiveConsent {

    /// @param shown the words that the patient has read
    /// @param agreed whether they have said that they agree to them; that is their signature (42 CFR 2.31(a)(8))
    public record Agreement(Statement shown, Recipients recipients, ConsentPeriod period, boolean agreed) {}

    public sealed interface GivingOutcome {

        record Given(Consent consent) implements GivingOutcome {}

        /// The same, for the same people, is in force: nothing was added.
        record InForceAlready(Consent consent) implements GivingOutcome {}

        record NotAgreed() implements GivingOutcome {}

        /// The words have changed since they were shown: they are to be read again.
        record OtherWording() implements GivingOutcome {}

        /// The clinician named does not treat the patient now.
        record NotTreating() implements GivingOutcome {}
    }

    private final Access access;
    private final Consents consents;
    private final People people;
    private final Clock clock;

    GiveConsent(Access access, Consents consents, People people, Clock clock) {
        this.access = access;
        this.consents = consents;
        this.people = people;
        this.clock = clock;
    }

    public GivingOutcome give(Actor actor, Agreement agreement) {
        var id = TimeOrderedId.next();
        access.require(actor, OwnConsents.of(actor, Action.GIVE_CONSENT, id));
        var patient = people.patient(Objects.requireNonNull(actor.patient())).orElseThrow();
        if (agreement.shown().wording() != agreement.shown().kind().wording()) {
            return new GivingOutcome.OtherWording();
        }
        if (!agreement.agreed()) {
            return new GivingOutcome.NotAgreed();
        }
        if (!treats(agreement.recipients(), patient.id())) {
            return new GivingOutcome.NotTreating();
        }
        return given(actor, id, patient, agreement);
    }

    private boolean treats(Recipients recipients, PatientId patient) {
        return switch (recipients) {
            case Recipients.AllWhoTreat _ -> true;
            case Recipients.OneClinician one ->
                people.cliniciansOf(patient).stream().map(ClinicianSummary::id).anyMatch(one.clinician()::equals);
        };
    }

    private GivingOutcome given(Actor actor, UUID id, PatientSummary patient, Agreement agreement) {
        consents.takeTurn(patient.id());
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var before = consents.of(patient.id()).stream()
                .filter(known -> isSame(known, agreement, now))
                .findFirst();
        if (before.isPresent()) {
            return new GivingOutcome.InForceAlready(before.get());
        }
        var consent = new Consent(
                id,
                patient.id(),
                agreement.shown(),
                agreement.recipients(),
                actor.person(),
                now,
                agreement.period().end(now, patient.zone()).orElse(null),
                null);
        consents.add(consent);
        return new GivingOutcome.Given(consent);
    }

    private static boolean isSame(Consent known, Agreement agreement, Instant now) {
        return known.standingAt(now) == Standing.IN_FORCE
                && known.statement().kind() == agreement.shown().kind()
                && known.recipients().equals(agreement.recipients());
    }
}
