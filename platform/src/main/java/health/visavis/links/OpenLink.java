package health.visavis.links;

import java.util.UUID;

/// A link that opens something.
///
/// @param subject what it was made for
public record OpenLink(LinkId id, UUID subject) {}
