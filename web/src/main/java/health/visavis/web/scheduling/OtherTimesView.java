package health.visavis.web.scheduling;

import health.visavis.people.ClinicianSummary;
import health.visavis.web.components.SlotChoices;
import java.util.UUID;

/// A wish that could not be had: why, and what can be had instead without writing anything again.
///
/// @param refusal ends the key of the sentence
public record OtherTimesView(
        ClinicianSummary clinician, String refusal, SlotChoices slots, UUID request, String reason, String longest) {}
