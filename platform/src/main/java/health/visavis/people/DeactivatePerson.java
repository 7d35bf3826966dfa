package health.visavis.people;

import health.visavis.access.Access;
import health.visavis.access.Action;
import health.visavis.access.Actor;
import health.visavis.access.UseCase;
import health.visavis.kernel.PersonId;
import health.visavis.people.store.Persons;
import java.time.Clock;

/// Whom a person's sign-in opened the door to, it opens nothing any more, and no invitation does. Nothing is
/// deleted. Whoever calls this ends the person's sessions too.
@UseCase
public class DeactivatePerson {

    public sealed interface Outcome {

        record Deactivated() implements Outcome {}

        /// Somebody has to be left who can undo it.
        record Oneself() implements Outcome {}
    }

    private final Access access;
    private final AccountSubjects subjects;
    private final Persons persons;
    private final InvitationEnding invitations;
    private final Clock clock;

    DeactivatePerson(
            Access access, AccountSubjects subjects, Persons persons, InvitationEnding invitations, Clock clock) {
        this.access = access;
        this.subjects = subjects;
        this.persons = persons;
        this.invitations = invitations;
        this.clock = clock;
    }

    public Outcome deactivate(Actor actor, PersonId person) {
        access.require(actor, Action.DEACTIVATE_PERSON.on(subjects.of(person)));
        if (actor.person().equals(person)) {
            return new Outcome.Oneself();
        }
        persons.deactivate(person, clock.instant());
        invitations.end(person);
        return new Outcome.Deactivated();
    }

    /// The person's sign-ins open their place again.
    public void reactivate(Actor actor, PersonId person) {
        access.require(actor, Action.DEACTIVATE_PERSON.on(subjects.of(person)));
        persons.reactivate(person);
    }
}
