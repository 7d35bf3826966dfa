package health.visavis.azure.acs;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/// Recordings of calls, on the vendor's own storage for as long as it takes to fetch them: [AcsRecordingFiles].
final class AcsRecordings {

    private final AcsChannel channel;

    AcsRecordings(AcsChannel channel) {
        this.channel = channel;
    }

    /// Begins silent: nothing is kept before [#resume]. One file with everybody in it: the vendor records pictures no
    /// other way (a channel per person is for sound alone).
    ///
    /// @param request the same one starts once, from whichever instance it comes
    /// @return the recording's id
    String start(UUID request, Instant firstSentAt, String serverCallId) {
        return channel.send(new AcsRequest(AcsOperation.START_RECORDING)
                        .repeatable(request, firstSentAt)
                        .with(Map.of(
                                "callLocator",
                                Map.of("kind", "serverCallLocator", "serverCallId", serverCallId),
                                "recordingContentType",
                                "audioVideo",
                                "recordingChannelType",
                                "mixed",
                                "recordingFormatType",
                                "mp4",
                                "pauseOnStart",
                                true)))
                .text("recordingId");
    }

    void pause(String recording) {
        channel.send(new AcsRequest(AcsOperation.PAUSE_RECORDING).about(recording));
    }

    void resume(String recording) {
        channel.send(new AcsRequest(AcsOperation.RESUME_RECORDING).about(recording));
    }

    void stop(String recording) {
        channel.send(new AcsRequest(AcsOperation.STOP_RECORDING).about(recording));
    }
}
