/// The telephone in the visit: the clinician rings the patient, a patient without a device waits like everybody else,
/// and a patient who calls the clinic's number is put into the waiting room.
///
/// ```
/// CallPatient ─▶ phone_call (DIALLING) ─▶ PhoneCallWanted ─▶ PhoneEngine (outside of transactions)
///                                                                  │ what becomes of it
/// every open page ◀─ live `phone` ◀─ phone_call ◀─ PhoneDesk ◀─────┘
/// a call from outside ─▶ PhoneDesk: exactly one expected visit with that number ─▶ waiting room
/// MeetByPhone ─▶ phone_visit (this visit is by telephone) ─▶ the waiting room says so, admission rings
/// ```
///
/// The carrier is a [PhoneEngine]; where none is installed the page shows the number to dial by hand. A number is
/// checked by [PhoneNumbers] before anything rings, and emergency numbers never do: the call would come from the
/// clinic and lead help to it. Numbers are sealed with the patient's data key.
///
/// | table | holds |
/// |---|---|
/// | `phone_call` | every call and what became of it |
/// | `phone_visit` | visits that are held by telephone, and the number |
@ApplicationModule(allowedDependencies = {"kernel", "access", "keys", "people", "visit"})
@NullMarked
package health.visavis.telephone;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
