package health.visavis.alarm;

import java.time.Instant;

/// Something to look at.
///
/// @param happenedAt when it came to be one: at the act that was too many
/// @param acts how many acts made it one; 1 where one is enough
public record Alarm(AlarmKind kind, AlarmSubject subject, Instant happenedAt, long acts) {}
