package health.visavis.people;

import health.visavis.access.Access;
import health.visavis.access.Action;
import health.visavis.access.Actor;
import health.visavis.access.UseCase;
import health.visavis.people.store.Persons;
import java.time.ZoneId;
import java.util.Locale;

/// A person chooses the language and the time zone of his own pages, mails and messages.
@UseCase
public class ChangePreferences {

    private final Access access;
    private final Persons persons;

    ChangePreferences(Access access, Persons persons) {
        this.access = access;
        this.persons = persons;
    }

    public void change(Actor actor, ZoneId zone, Locale language) {
        access.require(actor, Action.CHANGE_OWN_PROFILE.anyone());
        persons.prefer(actor.person(), zone, language);
    }
}
