package health.visavis.azure.acs;

import health.visavis.azure.acs.news.AcsNews;
import health.visavis.azure.acs.news.NewsListener;
import health.visavis.azure.acs.store.AcsTakes;
import health.visavis.azure.acs.store.AcsTakes.Take;
import health.visavis.kernel.RecordingId;
import health.visavis.recording.CallRecorder;
import health.visavis.recording.RecordingDesk;
import health.visavis.visit.EngineName;
import health.visavis.visit.Line;
import java.net.URI;
import java.time.Clock;
import java.util.Objects;

/// Recordings of calls in rooms, through Call Automation.
///
/// ```
/// run ─▶ connect to the room's call ─▶ start, silent ─▶ resume      pause ─▶ pause      stop ─▶ stop, leave
/// RecordingFileStatusUpdated ─▶ acs_recording_file ─▶ RecordingFetch: fetch, hand in, delete there
/// ```
/// A recording can be started only once our leg is connected. That news may come late or not at all, so each time the
/// recorder is told where a recording stands it goes on where it was.
final class AcsCallRecorder implements CallRecorder, NewsListener {

    private final EngineName engine;
    private final AcsCallAutomation automation;
    private final AcsRecordings recordings;
    private final AcsTakes takes;
    private final RecordingDesk desk;
    private final URI callback;
    private final Clock clock;

    AcsCallRecorder(
            EngineName engine,
            AcsChannel channel,
            AcsTakes takes,
            RecordingDesk desk,
            AcsRecordingSettings settings,
            Clock clock) {
        this.engine = engine;
        this.automation = new AcsCallAutomation(channel, clock);
        this.recordings = new AcsRecordings(channel);
        this.takes = takes;
        this.desk = desk;
        this.callback = Objects.requireNonNull(settings.callback());
        this.clock = clock;
    }

    @Override
    public boolean records(EngineName other) {
        return engine.equals(other);
    }

    @Override
    public void run(RecordingId recording, Line line) {
        var wanted = takes.of(recording, line.reference(), clock.instant());
        takes.open(recording).stream()
                .filter(take -> !take.id().equals(wanted.id()))
                .forEach(this::end);
        var vendorId = begun(wanted);
        if (!wanted.running()) {
            recordings.resume(vendorId);
            takes.turned(wanted, true);
        }
    }

    /// Whatever we believe of it: whoever told it to run may have died before that was noted.
    @Override
    public void pause(RecordingId recording) {
        takes.open(recording).stream().filter(take -> take.vendorId() != null).forEach(take -> {
            quietly(() -> recordings.pause(Objects.requireNonNull(take.vendorId())));
            takes.turned(take, false);
        });
    }

    @Override
    public void stop(RecordingId recording) {
        takes.open(recording).forEach(this::end);
    }

    @Override
    public void heard(AcsNews news) {
        switch (news) {
            case AcsNews.RecordingReady ready -> announced(ready);
            case AcsNews.CallStep step -> stepped(step);
            case AcsNews.RecordingTurned turned -> turned(turned);
            default -> {
                // Says nothing of a recording.
            }
        }
    }

    /// Files are noted at once and fetched by [RecordingFetch]: whoever tells of them does not wait for that.
    private void announced(AcsNews.RecordingReady ready) {
        ready.files()
                .forEach(file -> takes.announced(
                        ready.recording(), file.id(), file.content(), file.deletion(), clock.instant()));
    }

    /// One that runs though it should not is told again.
    private void turned(AcsNews.RecordingTurned turned) {
        if (turned.on()) {
            takes.called(turned.recording()).ifPresent(take -> {
                if (take.over()) {
                    quietly(() -> recordings.stop(turned.recording()));
                } else {
                    desk.isReady(take.recording());
                }
            });
        }
    }

    /// When everybody has left the vendor ends the call, and the recording with it: whoever comes back is recorded by
    /// another one. Where only our leg is gone the recording would go on without us, so it is ended first.
    private void stepped(AcsNews.CallStep step) {
        switch (step.step()) {
            case CONNECTED -> {
                if (step.context() != null) {
                    takes.joinedFor(step.context()).ifPresent(desk::isReady);
                }
            }
            case DISCONNECTED -> takes.openOn(step.connection()).ifPresent(this::end);
            case TELEPHONE_ANSWERED, TELEPHONE_NOT_ANSWERED -> {}
        }
    }

    /// What the vendor calls it, begun if it is not.
    private String begun(Take take) {
        if (take.vendorId() != null) {
            return take.vendorId();
        }
        try {
            var vendorId = recordings.start(take.startId(), take.firstSentAt(), serverCall(take));
            takes.begun(take, vendorId);
            return vendorId;
        } catch (AcsProblem refused) {
            if (refused.kind() == AcsProblem.Kind.GONE || refused.kind() == AcsProblem.Kind.INVALID) {
                takes.startAnew(take);
            }
            throw refused;
        }
    }

    private String serverCall(Take take) {
        if (take.serverCallId() != null) {
            return take.serverCallId();
        }
        var call = automation.connect(take.id(), take.firstSentAt(), new AcsRoomId(take.room()), callback);
        takes.joined(take, call.connectionId(), call.serverCallId());
        return call.serverCallId();
    }

    /// What was asked for and whose answer never came is asked for again, to learn what to end: it began silent.
    private void end(Take take) {
        quietly(() -> recordings.stop(begun(take)));
        takes.open(take.recording()).stream()
                .filter(now -> now.id().equals(take.id()) && now.connectionId() != null)
                .forEach(now -> quietly(() -> automation.hangUp(Objects.requireNonNull(now.connectionId()))));
        takes.ended(take, clock.instant());
    }

    /// A call that is over has ended its recordings.
    private static void quietly(Runnable request) {
        try {
            request.run();
        } catch (AcsProblem problem) {
            if (problem.kind() != AcsProblem.Kind.GONE && problem.kind() != AcsProblem.Kind.INVALID) {
                throw problem;
            }
        }
    }
}
