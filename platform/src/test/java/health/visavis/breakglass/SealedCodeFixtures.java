package health.visavis.breakglass;

import health.visavis.access.Actor;
import health.visavis.access.Actors;
import health.visavis.breakglass.EnterByCode.Typed;
import health.visavis.breakglass.MakeSealedCodes.MakeOutcome;
import health.visavis.breakglass.MakeSealedCodes.Printed;
import health.visavis.custody.AskForKeyAct;
import health.visavis.custody.AskForKeyAct.AskOutcome;
import health.visavis.custody.DecideKeyAct;
import health.visavis.custody.domain.KeyAct;
import health.visavis.people.AcceptInvitation;
import health.visavis.people.AcceptInvitation.Identity;
import health.visavis.people.InvitePerson;
import health.visavis.people.PeopleFixtures;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Sealed codes as two administrators and the command make them.
@Component
public class SealedCodeFixtures {

    private final PeopleFixtures people;
    private final InvitePerson invitePerson;
    private final AcceptInvitation acceptInvitation;
    private final AskForKeyAct askForKeyAct;
    private final DecideKeyAct decideKeyAct;
    private final MakeSealedCodes makeSealedCodes;

    SealedCodeFixtures(
            PeopleFixtures people,
            InvitePerson invitePerson,
            AcceptInvitation acceptInvitation,
            AskForKeyAct askForKeyAct,
            DecideKeyAct decideKeyAct,
            MakeSealedCodes makeSealedCodes) {
        this.people = people;
        this.invitePerson = invitePerson;
        this.acceptInvitation = acceptInvitation;
        this.askForKeyAct = askForKeyAct;
        this.decideKeyAct = decideKeyAct;
        this.makeSealedCodes = makeSealedCodes;
    }

    /// Gives somebody a sign-in, with the roles that they have here.
    public Actor signsIn(Actor person) {
        var token = invitePerson.inviteAs(people.admin(), person.person(), person.roles());
        var identity =
                new Identity("http://signin.invalid", person.person().toString(), person.roles(), person.origin());
        acceptInvitation.accept(identity, token.reveal());
        return person;
    }

    /// Of somebody who can sign in.
    public UUID agreedFor(Actor clinician) {
        var request = askedFor(clinician, people.admin());
        decideKeyAct.agree(people.admin(), request);
        return request;
    }

    public UUID askedFor(Actor clinician, Actor admin) {
        var asked = askForKeyAct.ask(admin, new KeyAct.MakeCodes(clinician.person()), "the envelope of the ward");
        return ((AskOutcome.Asked) asked).request();
    }

    /// Of somebody who can sign in.
    public List<Printed> printedFor(Actor clinician) {
        return ((MakeOutcome.Made) makeSealedCodes.make(Actors.system(), agreedFor(clinician))).codes();
    }

    public static Typed typed(Printed code) {
        return new Typed(Long.toString(code.number()), code.code());
    }
}
