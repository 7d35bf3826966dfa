package health.visavis.web.scheduling;

import health.visavis.scheduling.BookableClinician;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// @param notice ends the key of why the clinician asked for cannot be booked: `gone` or `left`
public record CliniciansView(
        List<BookableClinician> clinicians, @Nullable String notice) {}
