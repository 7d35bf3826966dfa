/// What is at hand when something happens to the patient during a visit: where they are, whom to call, and a button.
///
/// ```
/// ConfirmPlace ─▶ visit_place (sealed) ─▶ ReadEmergency ─▶ the clinician's screen
/// RaiseEmergency ─▶ emergency_call ─▶ live `emergency` ─▶ every page of the visit, and the waiting room
/// ```
///
/// A place belongs to one visit: what was true last month is offered to be confirmed, and never shown as where the
/// patient is now. Nobody is called by us: an emergency call has to come from somebody's own telephone.
///
/// | table | holds |
/// |---|---|
/// | `visit_place` | address, state and contact, sealed with the patient's data key |
/// | `emergency_call` | who has pressed the button, and when |
@ApplicationModule(allowedDependencies = {"kernel", "access", "keys", "visit", "telephone"})
@NullMarked
package health.visavis.emergency;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
