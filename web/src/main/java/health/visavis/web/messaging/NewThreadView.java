package health.visavis.web.messaging;

import health.visavis.web.components.Choice;
import java.util.List;

/// @param partners clinicians for a patient, patients for staff
/// @param forPatient whether a patient is choosing
/// @param refused whether the last choice cannot be written to
public record NewThreadView(List<Choice> partners, boolean forPatient, boolean refused) {}
