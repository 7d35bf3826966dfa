/// Append-only record of who saw or did what (45 CFR 164.312(b)), written in the transaction of the act itself:
/// if the row cannot be written, nothing happens and nothing is shown.
///
/// ```
/// audit_event ──< audit_event_patient      the patients a list showed
/// ```
/// The application's database role can insert and select here, nothing else. Rows carry ids and codes, no names
/// and no clinical content.
@ApplicationModule(allowedDependencies = {"kernel"})
@NullMarked
package health.visavis.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
