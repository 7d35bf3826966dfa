package health.visavis.live;

import java.time.Instant;
import java.util.UUID;

/// Something that happened on a topic, by id only: whoever draws it reads the rest as the viewer.
///
/// `sequence` counts 1, 2, 3 … within the topic, without gaps, in the order of commits.
public record LiveEvent(Topic topic, long sequence, String kind, UUID ref, Instant at) {}
