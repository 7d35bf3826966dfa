package health.visavis.visit;

import java.util.UUID;

/// A taken seat as the others in the call see it.
///
/// @param held false once it was left
public record SeatSummary(UUID id, int epoch, boolean clinician, String name, boolean held) {}
