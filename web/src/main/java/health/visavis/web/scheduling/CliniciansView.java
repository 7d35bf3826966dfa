package health.visavis.web.scheduling;

import health.visavis.scheduling.BookableClinician;
import java.util.List;

/// @param gone whether somebody asked for a clinician who cannot be booked
public record CliniciansView(List<BookableClinician> clinicians, boolean gone) {}
