package health.visavis.scheduling;

import health.visavis.kernel.TimeSlot;
import health.visavis.scheduling.domain.Party;
import java.util.UUID;

/// An appointment has another time. Moved by the patient it is a request again; moved by the clinic it keeps
/// its state.
public record AppointmentMoved(UUID id, AppointmentSummary appointment, TimeSlot from, Party by)
        implements AppointmentChanged {}
