package health.visavis.insight;

import health.visavis.insight.CallRecord.Attendance;
import health.visavis.insight.CallRecord.Figures;
import health.visavis.insight.CallRecord.Media;
import health.visavis.insight.CallRecord.Network;
import health.visavis.insight.CallRecord.Outcome;
import health.visavis.insight.domain.Causes;
import health.visavis.insight.store.CallRecords;
import health.visavis.kernel.VisitId;
import health.visavis.visit.CallEnded;
import health.visavis.visit.CallNews;
import health.visavis.visit.CallSeen;
import health.visavis.visit.EngineName;
import health.visavis.visit.LineQuality;
import health.visavis.visit.QualitySample;
import health.visavis.visit.Visits;
import health.visavis.visit.Visits.Leg;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/// Writes the records of a visit's calls once it is over, and again whenever an engine tells more of one. From
/// whatever is known then, so twice is once.
@Component
class CallRecording {

    private static final Duration KEPT = Duration.ofDays(730);

    private final Visits visits;
    private final CallRecords records;
    private final Clock clock;

    CallRecording(Visits visits, CallRecords records, Clock clock) {
        this.visits = visits;
        this.records = records;
        this.clock = clock;
    }

    @ApplicationModuleListener(id = "insight.call-ended")
    void on(CallEnded event) {
        record(event.visit());
        records.forgetEndedBefore(clock.instant().minus(KEPT));
    }

    @ApplicationModuleListener(id = "insight.call-news")
    void on(CallNews event) {
        record(event.visit());
    }

    /// Nothing before the end: until then the next piece of news is on its way anyhow.
    void record(VisitId visit) {
        visits.endedAt(visit).ifPresent(ended -> {
            var legs = visits.legs(visit);
            var parts = visits.parts(visit);
            var measured = visits.quality(visit);
            for (var number = 0; number < legs.size(); number++) {
                var last = number == legs.size() - 1;
                records.keep(record(visit, legs.get(number), last, ended, parts, measured));
            }
        });
    }

    private static CallRecord record(
            VisitId visit,
            Leg leg,
            boolean last,
            Instant ended,
            Map<UUID, String> parts,
            List<QualitySample> measured) {
        var seen = leg.seen();
        var beganAt = Optional.ofNullable(seen.beganAt()).orElse(leg.rung().reachedAt());
        var endedAt = later(beganAt, Optional.ofNullable(seen.endedAt()).orElse(ended));
        var attendances = seen.attendances().stream()
                .map(one -> attendance(one, endedAt, parts))
                .toList();
        var during = measured.stream()
                .filter(sample -> !sample.at().isBefore(beganAt) && !sample.at().isAfter(endedAt))
                .map(QualitySample::quality)
                .toList();
        return new CallRecord(
                visit,
                leg.rung().number(),
                leg.rung().engine().value(),
                leg.witnessed(),
                beganAt,
                endedAt,
                last ? outcome(attendances) : Outcome.MOVED_ON,
                media(leg.rung().engine()),
                network(during),
                figures(during),
                attendances);
    }

    private static Attendance attendance(CallSeen.Attendance one, Instant endedAt, Map<UUID, String> parts) {
        var leftAt = one.leftAt() == null ? endedAt : one.leftAt();
        return new Attendance(parts.getOrDefault(one.seat(), "UNKNOWN"), one.cameAt(), later(one.cameAt(), leftAt));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Outcome outcome(List<Attendance> attendances) {
        return attendances.stream().map(Attendance::role).distinct().count() > 1 ? Outcome.MET : Outcome.ALONE;
    }

    private static Media media(EngineName engine) {
        if (engine.equals(EngineName.TELEPHONE)) {
            return Media.TELEPHONE;
        }
        return engine.equals(EngineName.AUDIO) ? Media.SOUND : Media.SOUND_AND_PICTURE;
    }

    private static Network network(List<LineQuality> during) {
        var relayed = during.stream().filter(LineQuality::relayed).count();
        if (during.isEmpty()) {
            return Network.UNKNOWN;
        }
        return relayed == 0 ? Network.DIRECT : relayed == during.size() ? Network.RELAY : Network.MIXED;
    }

    private static Figures figures(List<LineQuality> during) {
        return new Figures(
                median(during, LineQuality::roundTripMillis),
                median(during, LineQuality::jitterMillis),
                median(during, LineQuality::lossPerMille),
                median(during, LineQuality::receivedKilobits),
                median(during, LineQuality::framesPerSecond));
    }

    private static @Nullable Integer median(List<LineQuality> during, Function<LineQuality, @Nullable Integer> figure) {
        var measured = new ArrayList<@Nullable Integer>();
        during.forEach(one -> measured.add(figure.apply(one)));
        return Causes.median(measured);
    }
}
