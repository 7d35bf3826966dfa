package health.visavis.consent;

import health.visavis.access.Access;
import health.visavis.access.Access.Simulated;
import health.visavis.access.Action;
import health.visavis.access.Actor;
import health.visavis.access.Assumption;
import health.visavis.access.Origin;
import health.visavis.access.Proof;
import health.visavis.access.Role;
import health.visavis.access.Sensitivity;
import health.visavis.access.UseCase;
import health.visavis.chart.LabelledEntries;
import health.visavis.consent.Consent.Standing;
import health.visavis.consent.store.Consents;
import health.visavis.kernel.PatientId;
import health.visavis.people.ClinicianSummary;
import health.visavis.people.PatientSummary;
import health.visavis.people.People;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a patient has agreed to, could agree to, and what would change if they took it back.
@UseCase
public class ReadOwnConsents {

    private static final Origin SIMULATED = new Origin("simulation", "-", "-");

    /// @param clinicianName of the one it is for; null when it is for all who treat the patient
    public record Named(
            Consent consent, Standing standing, @Nullable String clinicianName) {}

    /// @param treating whom a consent can be for
    /// @param consents the last one first
    /// @param entries how many entries of the own record need a consent
    public record OwnConsentsFound(
            PatientSummary patient, List<ClinicianSummary> treating, List<Named> consents, long entries) {}

    /// What a clinician who treats the patient sees now, and would see.
    public record Effect(ClinicianSummary clinician, Simulated now, Simulated then) {

        public boolean loses() {
            return Sensitivity.PART2.isWithin(now.clearance()) && !Sensitivity.PART2.isWithin(then.clearance());
        }

        public boolean keeps() {
            return Sensitivity.PART2.isWithin(then.clearance());
        }
    }

    /// @param entries how many entries it is about
    public record Foreseen(Named consent, List<Effect> effects, long entries) {}

    private final Access access;
    private final Consents consents;
    private final People people;
    private final LabelledEntries entries;
    private final Clock clock;

    ReadOwnConsents(Access access, Consents consents, People people, LabelledEntries entries, Clock clock) {
        this.access = access;
        this.consents = consents;
        this.people = people;
        this.entries = entries;
        this.clock = clock;
    }

    public OwnConsentsFound own(Actor actor) {
        access.require(actor, OwnConsents.of(actor, Action.READ_OWN_CONSENTS));
        var patient = people.patient(Objects.requireNonNull(actor.patient())).orElseThrow();
        return new OwnConsentsFound(
                patient,
                people.cliniciansOf(patient.id()),
                consents.of(patient.id()).stream().map(this::named).toList(),
                protectedEntries(patient.id()));
    }

    /// Before a consent is withdrawn: the decision about each clinician who treats the patient, as it is and without
    /// the
    /// consent. Empty when it is over already.
    public Optional<Foreseen> withdrawal(Actor actor, UUID consent) {
        access.require(actor, OwnConsents.of(consents.find(consent), Action.FORESEE_WITHDRAWAL, consent));
        return consents.find(consent)
                .filter(found -> found.standingAt(clock.instant()) == Standing.IN_FORCE)
                .map(found -> new Foreseen(
                        named(found),
                        people.cliniciansOf(found.patient()).stream()
                                .map(clinician -> effect(clinician, found))
                                .toList(),
                        protectedEntries(found.patient())));
    }

    private Effect effect(ClinicianSummary clinician, Consent consent) {
        var reading = Action.READ_CHART.of(consent.patient());
        var asIfReading =
                new Actor(clinician.person(), Set.of(Role.DOCTOR), null, clinician.id(), SIMULATED, Proof.ALWAYS);
        return new Effect(
                clinician,
                access.simulate(asIfReading, reading, new Assumption.AsItIs()),
                access.simulate(asIfReading, reading, new Assumption.Withdrawn(consent.id())));
    }

    private Named named(Consent consent) {
        return new Named(
                consent,
                consent.standingAt(clock.instant()),
                switch (consent.recipients()) {
                    case Recipients.AllWhoTreat _ -> null;
                    case Recipients.OneClinician one ->
                        people.clinician(one.clinician())
                                .map(ClinicianSummary::displayName)
                                .orElse("");
                });
    }

    private long protectedEntries(PatientId patient) {
        return entries.of(patient).getOrDefault(Sensitivity.PART2, 0L);
    }
}
