/// Who may turn, revoke and destroy keys, and have sealed codes printed: two people together, never one. HIPAA and the
/// clinic's insurer ask who
/// decided; the trail says it for each step.
///
/// ```
/// AskForKeyAct ─▶ key_request ASKED (by the command) or BACKED (by an administrator)
/// DecideKeyAct ─▶ BACKED ─ another administrator ─▶ APPROVED, or REFUSED
/// CustodyRounds ─▶ keys.KeyRing ─▶ CarryOutKeyAct ─▶ DONE or FAILED
/// AgreedCodes ◀─ takes what is agreed ─ breakglass: MakeSealedCodes
/// ```
/// A request is open for a day. Asking and agreeing want a fresh proof of who somebody is (ADR 0038).
///
/// | table | holds |
/// |---|---|
/// | `key_request` | what is wanted and why, who agreed, what came of it |
@ApplicationModule(allowedDependencies = {"kernel", "access", "alarm", "keys", "people", "rounds"})
@NullMarked
package health.visavis.custody;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
