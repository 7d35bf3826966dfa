package health.visavis.scheduling.domain;

import health.visavis.kernel.AppointmentId;
import health.visavis.kernel.TimeSlot;
import java.time.Instant;

/// A time that one patient and one clinician mean to meet. The visit itself (waiting, admitted, ended) and the
/// call are machines of their own.
///
/// Each state holds the facts that are true in it and offers the moves that are legal from it, so confirming a
/// declined request does not compile.
///
/// ```
/// Requested ──confirm──▶ Confirmed ──fulfil──▶ Fulfilled
///   │  │  ▲ moveTo         │  │  ▲ moveByClinic
///   │  │  └────────────────┘  └──noteNoShow──▶ NoShow
///   │  │      moveByPatient
///   │  └─decline──▶ Declined
///   └─cancel──▶ Cancelled ◀──cancel── Confirmed
/// ```
public sealed interface Appointment {

    Booking booking();

    default AppointmentId id() {
        return booking().id();
    }

    default TimeSlot slot() {
        return booking().slot();
    }

    record Requested(Booking booking, Instant requestedAt) implements Appointment {

        public Confirmed confirm(Instant at) {
            return new Confirmed(booking, at);
        }

        public Declined decline(DeclineReason reason, Instant at) {
            return new Declined(booking, reason, at);
        }

        public Cancelled cancel(Cancellation cancellation) {
            return new Cancelled(booking, cancellation);
        }

        /// Whoever moves it, the clinician has not agreed yet.
        public Requested moveTo(TimeSlot newSlot, Instant at) {
            return new Requested(booking.at(newSlot), at);
        }
    }

    record Confirmed(Booking booking, Instant confirmedAt) implements Appointment {

        public Cancelled cancel(Cancellation cancellation) {
            return new Cancelled(booking, cancellation);
        }

        /// The clinician agreed to the old time only, so the new one is a request again.
        public Requested moveByPatient(TimeSlot newSlot, Instant at) {
            return new Requested(booking.at(newSlot), at);
        }

        public Confirmed moveByClinic(TimeSlot newSlot, Instant at) {
            return new Confirmed(booking.at(newSlot), at);
        }

        public Fulfilled fulfil(Instant at) {
            return new Fulfilled(booking, at);
        }

        public NoShow noteNoShow(Instant at) {
            return new NoShow(booking, at);
        }
    }

    record Declined(Booking booking, DeclineReason reason, Instant declinedAt) implements Appointment {}

    record Cancelled(Booking booking, Cancellation cancellation) implements Appointment {}

    record Fulfilled(Booking booking, Instant fulfilledAt) implements Appointment {}

    record NoShow(Booking booking, Instant notedAt) implements Appointment {}
}
