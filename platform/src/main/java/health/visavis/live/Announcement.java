package health.visavis.live;

import java.util.UUID;

/// An event before it has a sequence.
public record Announcement(Topic topic, String kind, UUID ref) {}
