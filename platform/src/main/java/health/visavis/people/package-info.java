/// People: patients, clinicians, staff, the clinics they belong to, how they sign in, and who treats whom.
///
/// ```
/// person ──< identity (issuer, subject)        person ──< invitation
///   ├── patient ──< care_relationship >── person (staff)
///   └── clinician ──< team_member >── person (staff)
/// external_id (kind, system, value) ── the names other systems give to patients, clinicians, clinics
/// ```
/// Somebody signs in because he was invited: an administrator adds him ([InviteStaff], [InvitePatient]) or finds him
/// among those whom we know ([FindPerson], [InviteAgain]), the invitation goes to him as a link, and whoever
/// opens it links his sign-in ([AcceptInvitation]). A person who was
/// deactivated is found by no sign-in.
///
/// Who treats whom is an episode: it begins with an appointment, an imported record or an assignment, and ends when
/// nothing ties the two any more ([health.visavis.people.domain.CareRules]). What ties them other capabilities say
/// ([CareTies]); they ask for a review in the transaction that changes it ([ReviewCareRelationship]), and what only
/// time ends is looked at every hour ([CareReviews]). Ended episodes stay on record.
///
/// Publishes no events. Answers [health.visavis.access.CareRelationships] for access: only what goes on counts.
@ApplicationModule(allowedDependencies = {"kernel", "audit", "alarm", "keys", "access", "rounds"})
@NullMarked
package health.visavis.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
