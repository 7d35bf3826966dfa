package health.visavis.visit;

import java.util.UUID;

/// A person whom an engine has let onto a line. We keep it until the person is removed.
///
/// @param reference how the engine knows them there: a vendor's user made for this visit only; it says nothing
///     about the person
public record Guest(UUID seat, String reference) {}
