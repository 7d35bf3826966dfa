package health.visavis.scheduling.store;

import health.visavis.kernel.PersonId;
import health.visavis.scheduling.domain.Appointment.Requested;
import java.util.UUID;

/// A request as it is stored, with its reason already sealed.
public record NewAppointment(Requested appointment, UUID requestId, PersonId requestedBy, byte[] sealedReason) {}
