package health.visavis.emergency;

import static health.visavis.access.Action.CONFIRM_PLACE;

import health.visavis.access.Access;
import health.visavis.access.Actor;
import health.visavis.access.UseCase;
import health.visavis.emergency.PlaceOutcome.Field;
import health.visavis.emergency.store.EmergencyLog;
import health.visavis.kernel.Sensitive;
import health.visavis.kernel.VisitId;
import health.visavis.keys.PatientCipher;
import health.visavis.telephone.NumberCheck;
import health.visavis.telephone.PhoneNumbers;
import health.visavis.visit.VisitTopics;
import health.visavis.visit.Visits;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Set;

/// The patient says where they are for this visit and whom to call; or tells it to whoever types it for them.
@UseCase
public class ConfirmPlace {

    public static final int LONGEST_ADDRESS = 300;
    public static final int LONGEST_NAME = 100;

    private final Access access;
    private final Visits visits;
    private final EmergencyLog log;
    private final PatientCipher cipher;
    private final PhoneNumbers phoneNumbers;
    private final VisitTopics topics;
    private final Clock clock;

    ConfirmPlace(
            Access access,
            Visits visits,
            EmergencyLog log,
            PatientCipher cipher,
            PhoneNumbers phoneNumbers,
            VisitTopics topics,
            Clock clock) {
        this.access = access;
        this.visits = visits;
        this.log = log;
        this.cipher = cipher;
        this.phoneNumbers = phoneNumbers;
        this.topics = topics;
        this.clock = clock;
    }

    public PlaceOutcome confirm(Actor actor, VisitId visit, Sensitive<Place> named) {
        access.require(actor, CONFIRM_PLACE.on(visits.subject(visit)));
        var held = visits.held(visit);
        if (held.status().over()) {
            return new PlaceOutcome.VisitOver();
        }
        var place = tidied(named.reveal());
        var wrong = wrong(place);
        if (!wrong.isEmpty()) {
            return new PlaceOutcome.Incomplete(wrong);
        }
        var sealed = cipher.encryptText(held.patient(), EmergencyLog.placeOf(visit), place.written());
        log.confirm(visit, held.patient(), sealed, actor.person(), clock.instant());
        topics.changed(Emergencies.NEWS, visit);
        return new PlaceOutcome.Confirmed();
    }

    private Set<Field> wrong(Place place) {
        var wrong = EnumSet.noneOf(Field.class);
        if (place.address().isEmpty() || place.address().length() > LONGEST_ADDRESS) {
            wrong.add(Field.ADDRESS);
        }
        if (place.state().isEmpty() || place.state().length() > LONGEST_NAME) {
            wrong.add(Field.STATE);
        }
        var named = !place.contactName().isEmpty();
        if (place.contactName().length() > LONGEST_NAME || place.hasContact() && !named) {
            wrong.add(Field.CONTACT_NAME);
        }
        if (named && !(phoneNumbers.check(place.contactNumber()) instanceof NumberCheck.Dialable)) {
            wrong.add(Field.CONTACT_NUMBER);
        }
        return wrong;
    }

    /// One line each, without what could not be read aloud.
    private static Place tidied(Place place) {
        return new Place(
                tidied(place.address()),
                tidied(place.state()),
                tidied(place.contactName()),
                tidied(place.contactNumber()));
    }

    private static String tidied(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
