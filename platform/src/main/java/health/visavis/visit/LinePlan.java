package health.visavis.visit;

import health.visavis.kernel.TimeSlot;
import health.visavis.kernel.VisitId;

/// The line a visit asks an engine for. Visit and rung together name it: asking twice is asking for the same one.
///
/// @param rung the step of the visit's ladder, counted from 1: a visit that comes back to an engine gets a new line
/// @param window from when to when anybody may be on the line
public record LinePlan(VisitId visit, int rung, TimeSlot window) {}
