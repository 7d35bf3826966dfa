package health.visavis.telephone;

import java.util.UUID;

/// The clinician takes the call of somebody who holds.
record PhoneCallTaken(UUID call) {}
