package health.visavis.proof.scan;

/// Something above informational.
///
/// @param id what the tool calls it, the same in every run
/// @param words what it says of it
record ScanFinding(String tool, String id, String severity, String words) {}
