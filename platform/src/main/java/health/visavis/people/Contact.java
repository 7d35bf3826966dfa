package health.visavis.people;

import health.visavis.kernel.Sensitive;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/// How to reach somebody, in which language, and in whose time.
public record Contact(
        Optional<Sensitive<String>> email, Optional<Sensitive<String>> phone, ZoneId zone, Locale language) {}
