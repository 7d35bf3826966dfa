package health.visavis.proxy;

import health.visavis.access.Access;
import health.visavis.access.Action;
import health.visavis.access.Actor;
import health.visavis.access.UseCase;
import health.visavis.links.Links.Attempt;
import health.visavis.people.PatientSummary;
import health.visavis.people.People;
import java.util.List;
import java.util.Optional;

/// Somebody with a sign-in of their own takes up what a patient has asked them for.
@UseCase
public class AcceptProxy {

    /// @param oneself whether it is the reader's own: nobody acts for themselves
    public record Asked(ProxyInvitation invitation, PatientSummary patient, boolean oneself) {}

    public sealed interface AcceptanceOutcome {

        record Accepted(ProxyGrant grant) implements AcceptanceOutcome {}

        /// Unknown, used, taken back or too late: they look alike.
        record NotValid() implements AcceptanceOutcome {}

        record Oneself() implements AcceptanceOutcome {}

        /// A child acts for nobody.
        record NotOfAge() implements AcceptanceOutcome {}
    }

    private final Access access;
    private final Accepting accepting;
    private final People people;
    private final Asking asking;

    AcceptProxy(Access access, Accepting accepting, People people, Asking asking) {
        this.access = access;
        this.accepting = accepting;
        this.people = people;
        this.asking = asking;
    }

    /// What the link asks for; using nothing up.
    public Optional<Asked> look(Actor actor, Attempt attempt) {
        var receipt = access.require(actor, Action.ACCEPT_PROXY.anyone());
        var asked = accepting
                .look(attempt)
                .flatMap(invitation -> people.patient(invitation.patient())
                        .map(patient ->
                                new Asked(invitation, patient, patient.person().equals(actor.person()))));
        asked.ifPresent(found -> access.showed(receipt, List.of(found.patient().id())));
        return asked;
    }

    public AcceptanceOutcome accept(Actor actor, Attempt attempt) {
        var receipt = access.require(actor, Action.ACCEPT_PROXY.anyone());
        var asked = accepting.look(attempt);
        if (asked.isEmpty()) {
            return new AcceptanceOutcome.NotValid();
        }
        access.showed(receipt, List.of(asked.get().patient()));
        if (asked.get().patient().equals(actor.patient())) {
            return new AcceptanceOutcome.Oneself();
        }
        if (actor.patient() != null
                && !asking.grownUp(people.patient(actor.patient()).orElseThrow())) {
            return new AcceptanceOutcome.NotOfAge();
        }
        return accepting
                .take(asked.get(), actor.person())
                .<AcceptanceOutcome>map(AcceptanceOutcome.Accepted::new)
                .orElseGet(AcceptanceOutcome.NotValid::new);
    }
}
