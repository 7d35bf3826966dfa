package health.visavis.web.scheduling;

import health.visavis.people.ClinicianSummary;

/// @param notFree whether a time was chosen that cannot be had any more
public record TimesView(ClinicianSummary clinician, WeekOfTimes week, boolean notFree) {}
