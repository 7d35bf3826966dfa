/// The visit: who waits, who is let in, who sits in the call, and the line it is held on. It belongs to us and
/// to no video vendor: an engine only carries media for people who hold a seat.
///
/// ```
/// appointment confirmed ─▶ OpenVisit ─▶ encounter ──1 visit_call
///                                          ├──< visit_seat ──< visit_quality
///                                          └──< visit_signal (minutes)
/// ArriveAtVisit ─▶ AdmitPatient (opens the call) ─▶ TakeSeat (credential) ─▶ SendSignal ⇄ ReceiveSignal ─▶ EndVisit
/// ```
///
/// ```
/// JoinCall: TakeSeat ─▶ CallEngine (outside of transactions) ─▶ credential      fails: Ladder, one rung down, next
/// engine
/// ReportLineFailure (a browser) ─▶ Ladder ─▶ live `rung` ─▶ every page takes its seat again on the new line
/// BePresent (every live connection) ─▶ visit_presence ─▶ PresenceWatch: who is away since when
/// ```
///
/// ```
/// InviteGuest ─▶ links ─▶ OpenGuestLink (a browser becomes the guest) ─▶ AttendAsGuest.arrive ─▶ AdmitGuest ─▶
/// TakeSeat
/// visit_companion: invited ─▶ opened ─▶ waiting ⇄ admitted (co-host)        ─▶ removed, from anywhere
/// ```
///
/// A patient who has not been admitted holds nothing: no seat, no TURN pass, no signal. What changes is
/// announced on the live topics `visit:<id>` (kinds `encounter`, `seat`, `rung`, `signal`, `guest`), `clinician:<id>`
/// (kind `encounter`) and `guest:<id>` (kind `standing`), by id only.
///
/// **What is locked in which order.** The appointment (its clinician, its patient, its row), then the visit, then what
/// hangs on it: call, seats, line, telephone call, recording. Whoever needs something further to the left takes it
/// first; so two who meet wait for each other and never in a circle.
///
/// Two words for two things: a companion takes part in a visit on a link (pages call them guest, and so does
/// [health.visavis.access.Role#GUEST]); what an engine calls [Guest] is anybody whom it has let onto a line.
///
/// | table | holds |
/// |---|---|
/// | `encounter` | one visit and its state, under the id of its appointment |
/// | `visit_call` | the call: opened, ended |
/// | `visit_rung` | the engines that carried it, one after the other, and why |
/// | `visit_companion` | family, second clinician or interpreter, invited by a link; no address |
/// | `visit_guest` | whom an engine knows on its line |
/// | `visit_presence` | who has a page of the visit open; unlogged |
/// | `visit_seat` | a person's place and its epoch |
/// | `visit_relay_pass` | passes that TURN servers look up: gone with the seat, or at their end |
/// | `visit_signal` | what browsers say to each other to connect; unlogged, deleted with the seat and the visit |
/// | `visit_quality` | how the line was, in numbers; forgotten after `visavis.visit.quality-retention` |
/// | `device_check` | when a person last checked their devices, per session |
@ApplicationModule(
        allowedDependencies = {"kernel", "access", "people", "proxy", "scheduling", "live", "links", "rounds", "secrets"
        })
@NullMarked
package health.visavis.visit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
