package health.visavis.telephone;

import java.util.UUID;

/// We have put down the receiver; the carrier is to be told.
record PhoneCallDropped(UUID call) {}
