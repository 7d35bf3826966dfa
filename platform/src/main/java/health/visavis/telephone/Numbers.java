package health.visavis.telephone;

import health.visavis.kernel.PatientId;
import health.visavis.kernel.Sensitive;
import health.visavis.kernel.VisitId;
import health.visavis.keys.ContentDestroyed;
import health.visavis.keys.PatientCipher;
import health.visavis.people.Contact;
import health.visavis.people.People;
import health.visavis.telephone.domain.PhoneCallId;
import health.visavis.telephone.store.PhoneCalls;
import health.visavis.telephone.store.PhoneVisits;
import health.visavis.telephone.store.PhoneVisits.PhoneVisit;
import health.visavis.visit.Visits;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Where the numbers of patients are kept, and their seals.
@Component
class Numbers {

    private final PatientCipher cipher;
    private final People people;
    private final Visits visits;
    private final PhoneNumbers phoneNumbers;

    Numbers(PatientCipher cipher, People people, Visits visits, PhoneNumbers phoneNumbers) {
        this.cipher = cipher;
        this.people = people;
        this.visits = visits;
        this.phoneNumbers = phoneNumbers;
    }

    Optional<Sensitive<String>> onFile(PatientId patient) {
        return people.patient(patient)
                .flatMap(found -> people.contact(found.person()))
                .flatMap(Contact::phone);
    }

    byte[] sealed(PatientId patient, PhoneCallId call, Sensitive<String> number) {
        return cipher.encryptText(patient, PhoneCalls.numberOf(call), number.reveal());
    }

    byte[] sealed(PatientId patient, VisitId visit, Sensitive<String> number) {
        return cipher.encryptText(patient, PhoneVisits.numberOf(visit), number.reveal());
    }

    Sensitive<String> of(PhoneCalls.KeptCall kept) {
        var place = PhoneCalls.numberOf(kept.call().id());
        return Sensitive.of(cipher.decryptText(kept.patient(), place, kept.number()));
    }

    Sensitive<String> of(PhoneVisit visit) {
        return Sensitive.of(cipher.decryptText(visit.patient(), PhoneVisits.numberOf(visit.visit()), visit.number()));
    }

    /// Empty when the patient's content was destroyed.
    Optional<Sensitive<String>> readable(PhoneVisit visit) {
        try {
            return Optional.of(of(visit));
        } catch (ContentDestroyed gone) {
            return Optional.empty();
        }
    }

    /// What the carrier is to do.
    PhoneEngine.Dial dial(PhoneCalls.KeptCall kept) {
        var visit = kept.call().leg().visit();
        var clinician = Optional.ofNullable(visits.subject(visit).clinician())
                .flatMap(people::clinician)
                .flatMap(found -> people.contact(found.person()))
                .flatMap(Contact::phone)
                .flatMap(number -> phoneNumbers.dialable(number.reveal()))
                .orElse(null);
        return new PhoneEngine.Dial(kept.call().id(), visit, of(kept), clinician);
    }

    Sensitive<String> shown(Sensitive<String> number) {
        return Sensitive.of(phoneNumbers.shown(number.reveal()));
    }
}
