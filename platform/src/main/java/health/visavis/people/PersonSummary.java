package health.visavis.people;

import health.visavis.kernel.PersonId;
import java.time.ZoneId;
import java.util.Locale;

/// @param displayName given and family name
public record PersonSummary(PersonId id, String displayName, ZoneId zone, Locale language) {}
