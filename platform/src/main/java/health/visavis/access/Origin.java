package health.visavis.access;

/// From where somebody acts.
///
/// @param address network address as the edge saw it
/// @param session hash of the session id, never the id
/// @param instance name of the process that answers
public record Origin(String address, String session, String instance) {}
