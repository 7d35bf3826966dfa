package health.visavis.alarm;

import java.util.UUID;

/// There is a new alarm.
public record AlarmRaised(UUID alarm, AlarmKind kind) {}
