package health.visavis.access;

import health.visavis.kernel.ClinicianId;
import health.visavis.kernel.PatientId;
import health.visavis.kernel.PersonId;
import java.util.Set;

/// People who ask, for tests. For people that exist in the database see `PeopleFixtures`.
public final class Actors {

    private static final Origin ORIGIN = new Origin("192.0.2.1", "test-session", "test");

    private Actors() {}

    public static Actor patient(PersonId person, PatientId patient) {
        return new Actor(person, Set.of(Role.PATIENT), patient, null, ORIGIN, Proof.ALWAYS);
    }

    public static Actor doctor(PersonId person, ClinicianId clinician) {
        return new Actor(person, Set.of(Role.DOCTOR), null, clinician, ORIGIN, Proof.ALWAYS);
    }

    public static Actor nurse(PersonId person) {
        return new Actor(person, Set.of(Role.NURSE), null, null, ORIGIN, Proof.ALWAYS);
    }

    public static Actor admin(PersonId person) {
        return new Actor(person, Set.of(Role.ADMIN), null, null, ORIGIN, Proof.ALWAYS);
    }

    public static Actor patient() {
        return patient(PersonId.next(), PatientId.next());
    }

    public static Actor doctor() {
        return doctor(PersonId.next(), ClinicianId.next());
    }

    public static Actor nurse() {
        return nurse(PersonId.next());
    }

    public static Actor admin() {
        return admin(PersonId.next());
    }

    /// Somebody who has opened an invitation's link in the browser with this session.
    public static Actor guest(PersonId guest, String session) {
        return new Actor(guest, Set.of(Role.GUEST), null, null, new Origin("192.0.2.2", session, "test"), Proof.NEVER);
    }

    /// Somebody who came by a sealed code.
    public static Actor emergency(PersonId person) {
        return new Actor(person, Set.of(Role.EMERGENCY), null, null, ORIGIN, Proof.ALWAYS);
    }

    public static Actor system() {
        return Actor.system("test");
    }
}
