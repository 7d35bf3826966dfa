package health.visavis.recording;

import java.util.UUID;

/// A recording stands elsewhere now; whoever makes it does not know it yet.
record RecordingMoved(UUID recording) {}
