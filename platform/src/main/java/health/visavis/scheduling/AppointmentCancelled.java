package health.visavis.scheduling;

import health.visavis.scheduling.domain.Party;
import java.util.UUID;

/// One side called an appointment off.
public record AppointmentCancelled(UUID id, AppointmentSummary appointment, Party by) implements AppointmentChanged {}
