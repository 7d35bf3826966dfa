package health.visavis.azure.acs;

/// Our own leg in the call of a room: how to act on it, and how recordings name the call.
record AcsCall(String connectionId, String serverCallId) {}
