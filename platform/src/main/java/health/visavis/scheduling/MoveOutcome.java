package health.visavis.scheduling;

import health.visavis.kernel.TimeSlot;
import java.util.List;

/// What became of moving an appointment. Each refusal leaves it where it was.
public sealed interface MoveOutcome {

    record Moved(AppointmentSummary appointment) implements MoveOutcome {}

    /// It is not as the reader saw it: somebody has moved, answered or cancelled it since.
    record ChangedMeanwhile(AppointmentSummary current) implements MoveOutcome {}

    /// The old time has begun.
    record TimePassed(AppointmentSummary current) implements MoveOutcome {}

    /// The clinician sees nobody here any more: it can be cancelled, and made with another.
    record ClinicianLeft(AppointmentSummary current) implements MoveOutcome {}

    record SlotTaken(List<TimeSlot> otherTimes) implements MoveOutcome {}

    record PatientBusy(List<TimeSlot> otherTimes) implements MoveOutcome {}

    record OutsideClinicHours(List<TimeSlot> otherTimes) implements MoveOutcome {}

    record TooLate(List<TimeSlot> otherTimes) implements MoveOutcome {}
}
