package health.visavis.scheduling;

import health.visavis.kernel.TimeSlot;
import java.util.List;

/// What became of a request. Each refusal brings the times near the wished one that are still free.
public sealed interface BookingOutcome {

    /// The time is the patient's until the clinician declines; also the answer to a request sent twice.
    record Booked(AppointmentSummary appointment) implements BookingOutcome {}

    /// Somebody else was faster.
    record SlotTaken(List<TimeSlot> otherTimes) implements BookingOutcome {}

    /// The patient has another appointment at that time.
    record PatientBusy(List<TimeSlot> otherTimes) implements BookingOutcome {}

    /// The clinician sees nobody then, or not yet so far ahead.
    record OutsideClinicHours(List<TimeSlot> otherTimes) implements BookingOutcome {}

    /// The time has begun, or begins sooner than the clinic's notice allows.
    record TooLate(List<TimeSlot> otherTimes) implements BookingOutcome {}

    /// The clinician sees nobody here any more; others do.
    record ClinicianLeft() implements BookingOutcome {}

    record UnknownClinician() implements BookingOutcome {}
}
