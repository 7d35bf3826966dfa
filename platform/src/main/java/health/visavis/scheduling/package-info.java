/// Scheduling: hours, free times, and the appointments that patients ask for and clinicians confirm.
///
/// ```
/// clinic_hours ──< weekly_hours
/// hours_exception (closed, extra)
/// appointment (patient, clinician, slot, state, sealed reason)
///   clinician_not_double_booked: EXCLUDE (clinician =, slot &&) where the state blocks
///   patient_not_double_booked:   EXCLUDE (patient =, slot &&) where the state blocks
/// ```
/// Hours are wall times with a zone and become instants late. Whether a time is free is decided by the two
/// constraints and by nothing else, so no check before the insert can be out of date.
///
/// **How writers meet.** A booking is one `INSERT … ON CONFLICT DO NOTHING`: PostgreSQL inserts speculatively,
/// waits for a rival without holding a row of its own, and answers "no row" instead of an error. So the loser's
/// transaction lives (its audit row stays, other times can be offered), no data reaches an error message, and
/// two bookings cannot deadlock between the two constraints. `UPDATE` has no such form; every change of an
/// appointment takes an advisory lock on the clinician and then on the patient, so no two of them check at
/// once.
///
/// **What a booking costs.** One statement each for the audit row, the hours, the appointment and the care
/// relationship, one that asks whether the clinician still sees patients, and one per listener of the event; the
/// patient's data key comes from memory after its first use.
///
/// Events out: [AppointmentRequested], [AppointmentConfirmed], [AppointmentDeclined], [AppointmentCancelled],
/// [AppointmentMoved]. Events in: none.
@ApplicationModule(allowedDependencies = {"kernel", "audit", "keys", "access", "people", "people :: domain"})
@NullMarked
package health.visavis.scheduling;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
