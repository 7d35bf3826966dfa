package health.visavis.telephone;

import java.util.UUID;

/// A call is written down and wants to be rung.
record PhoneCallWanted(UUID call) {}
