/// Booking for patients, the agenda for clinicians, and the same use cases as JSON under `/api`.
///
/// Choose a clinician, choose a time, say why: three pages that carry what was chosen in the address, so that
/// the way back works and nothing is kept in the session. The reason is never in an address. Every change of an
/// appointment is a noun below its address and a form of its own.
@NullMarked
package health.visavis.web.scheduling;

import org.jspecify.annotations.NullMarked;
