package health.visavis.local.standin;

import java.net.URI;
import java.time.Duration;

/// Where the service that stands in for a vendor answers, and how long to wait for it.
record StandInSettings(URI url, Duration patience) {}
