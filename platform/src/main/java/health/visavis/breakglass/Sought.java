package health.visavis.breakglass;

import health.visavis.kernel.Sensitive;
import java.time.LocalDate;

/// Whom somebody looks for in an emergency.
///
/// @param name given and family name, whole
public record Sought(Sensitive<String> name, LocalDate bornOn) {}
