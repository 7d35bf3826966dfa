/// A record opened in an emergency, by a doctor or nurse who does not treat the patient (45 CFR 164.312(a)(2)(ii)).
///
/// ```
/// SeekInEmergency ─ exact name and birth date ─▶ OpenInEmergency ─▶ emergency_access (words sealed) ─▶ alarm: Alarms
/// access: EmergencyGrants ◀─ is ─ store.EmergencyAccesses: open until its time, or until EndEmergency
/// ListOwnEmergencies ─▶ the clinician    OpenedRecords.of ─▶ insight: the patient's own view
/// ReviewEmergency ─ what was done meanwhile (audit: AuditReader) ─▶ emergency_access_review
/// ```
///
/// Sealed codes, for when nobody can sign in:
///
/// ```
/// custody: AgreedCodes ─ two administrators ─▶ MakeSealedCodes ─▶ paper, and hashes in emergency_code
/// number and code ─▶ EnterByCode ─▶ used, alarm, row at the door ─▶ a session of the role EMERGENCY, which may do the
/// above
/// ReviewSealedCode ─▶ emergency_code_review
/// ```
///
/// | table | holds |
/// |---|---|
/// | `emergency_access` | who has opened whose record, why, from when to when |
/// | `emergency_access_end` | that it was ended before its time |
/// | `emergency_access_review` | what another administrator found it to be |
/// | `emergency_code` | hash of a code, for whom it was made, whether it was used or withdrawn |
/// | `emergency_code_review` | what an administrator found its use to be |
///
/// Rows are added and never changed, but that a code is marked used or withdrawn. Publishes no events. Why so:
/// docs/adr/0048.
@ApplicationModule(allowedDependencies = {"kernel", "audit", "alarm", "keys", "access", "people", "limits", "custody"})
@NullMarked
package health.visavis.breakglass;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
