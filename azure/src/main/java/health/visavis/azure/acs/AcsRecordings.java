package health.visavis.azure.acs;

import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;

/// Recordings of calls, written into a container of our own: the vendor keeps none for longer than a day or two,
/// and not under our key.
final class AcsRecordings {

    private final AcsChannel channel;
    private final Clock clock;

    AcsRecordings(AcsChannel channel, Clock clock) {
        this.channel = channel;
        this.clock = clock;
    }

    /// Begins silent: nothing is kept before [#resume].
    ///
    /// @return the recording's id
    String start(AcsCall call, URI container) {
        return channel.send(new AcsRequest(AcsOperation.START_RECORDING)
                        .repeatable(UUID.randomUUID(), clock.instant())
                        .with(Map.of(
                                "callLocator",
                                Map.of("kind", "serverCallLocator", "serverCallId", call.serverCallId()),
                                "recordingContentType",
                                "audioVideo",
                                "recordingChannelType",
                                "mixed",
                                "recordingFormatType",
                                "mp4",
                                "pauseOnStart",
                                true,
                                "externalStorage",
                                Map.of(
                                        "recordingStorageKind",
                                        "azureBlobStorage",
                                        "recordingDestinationContainerUrl",
                                        container.toString()))))
                .text("recordingId");
    }

    boolean isRunning(String recording) {
        return channel.send(new AcsRequest(AcsOperation.RECORDING_STATE).about(recording))
                .text("recordingState")
                .equals("active");
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
