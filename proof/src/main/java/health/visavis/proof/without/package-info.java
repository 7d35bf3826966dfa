/// Loaded into a measured application beside its own classes, and nowhere else: leaves out, one after the other, what
/// makes
/// it trustworthy, so that [health.visavis.proof.bench.TrustParts] can tell what each costs. Knows the platform's beans
/// by
/// their names only.
///
/// ```
/// TrustParts ─▶ a file: what to leave out ─▶ Switch ─▶ LeavingOut around the beans of each Part
///            ◀─ a file: how often each was ◀─┘
/// ```
@NullMarked
package health.visavis.proof.without;

import org.jspecify.annotations.NullMarked;
