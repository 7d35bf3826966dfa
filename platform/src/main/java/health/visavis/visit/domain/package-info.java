/// The rules of a visit, without database or web: two state machines that move side by side.
///
/// ```
/// Encounter   Planned ──arrive──▶ Arrived ──admit──▶ InProgress ──finish──▶ Finished
///                ▲ ◀──leave─────────┘ ▲ └─────────────────┘ return to waiting
///                └── cancel (also from Arrived) ──▶ Cancelled
///
/// Call        NotOpened ──open──▶ Open ──end──▶ Ended
/// ```
///
/// The states of the encounter carry FHIR's names. An appointment is a promise and lives in `scheduling`; an
/// encounter is what happens; a call is the line it happens on. None of them stands for another: a call may end
/// and be opened anew on another engine while the encounter goes on.
@NullMarked
package health.visavis.visit.domain;

import org.jspecify.annotations.NullMarked;
