package health.visavis.links;

import health.visavis.kernel.Sensitive;

/// A link that was just made: its token exists here and in what is sent, and nowhere else.
public record NewLink(LinkId id, Sensitive<String> token) {}
