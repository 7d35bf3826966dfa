/// People: patients, clinicians, staff, the clinics they belong to, how they sign in, and who treats whom.
///
/// ```
/// person ──< identity (issuer, subject)        person ──< invitation
///   ├── patient ──< care_relationship >── person (staff)
///   └── clinician ──< team_member >── person (staff)
/// external_id (kind, system, value) ── the names other systems give to patients, clinicians, clinics
/// ```
/// Somebody signs in because he was invited: an administrator adds him ([InviteStaff], [InvitePatient]), the
/// invitation goes to him as a link, and whoever opens it links his sign-in ([AcceptInvitation]). A person who was
/// deactivated is found by no sign-in.
///
/// Publishes no events. Answers [health.visavis.access.CareRelationships] for access.
@ApplicationModule(allowedDependencies = {"kernel", "audit", "keys", "access"})
@NullMarked
package health.visavis.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
