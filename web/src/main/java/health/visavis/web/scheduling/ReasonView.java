package health.visavis.web.scheduling;

import health.visavis.people.ClinicianSummary;
import health.visavis.web.components.FormErrors;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// @param length null once the time is no longer free
/// @param request made with this form: sent twice it asks once
/// @param clinicZone the clinic's zone when its clock differs from the viewer's
public record ReasonView(
        ClinicianSummary clinician,
        Instant start,
        @Nullable Duration length,
        @Nullable ZoneId clinicZone,
        UUID request,
        String reason,
        String longest,
        FormErrors errors) {}
