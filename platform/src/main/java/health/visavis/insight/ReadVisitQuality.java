package health.visavis.insight;

import static health.visavis.access.Action.READ_VISIT_QUALITY;

import health.visavis.access.Access;
import health.visavis.access.Actor;
import health.visavis.access.UseCase;
import health.visavis.insight.domain.Causes;
import health.visavis.insight.domain.Measurement;
import health.visavis.insight.domain.Measurement.Device;
import health.visavis.insight.domain.Measurement.Limit;
import health.visavis.kernel.VisitId;
import health.visavis.visit.LineQuality;
import health.visavis.visit.QualitySample;
import health.visavis.visit.Visits;
import health.visavis.visit.Visits.Leg;
import org.jspecify.annotations.Nullable;

/// Why a visit was as it was, for the clinician who held it and for those who run the technology: they see figures
/// of any visit, and nothing that says whose it was.
@UseCase
public class ReadVisitQuality {

    private final Access access;
    private final Visits visits;

    ReadVisitQuality(Access access, Visits visits) {
        this.access = access;
        this.visits = visits;
    }

    public VisitQuality read(Actor actor, VisitId visit) {
        access.require(actor, READ_VISIT_QUALITY.on(visits.subject(visit)));
        var measurements = visits.quality(visit).stream()
                .map(ReadVisitQuality::measurement)
                .toList();
        return new VisitQuality(
                visits.find(visit).orElseThrow().slot().start(),
                measurements,
                Causes.of(measurements),
                visits.legs(visit).stream().map(Leg::rung).toList());
    }

    private static Measurement measurement(QualitySample sample) {
        var quality = sample.quality();
        return new Measurement(
                sample.part(),
                sample.at(),
                quality.roundTripMillis(),
                quality.jitterMillis(),
                quality.lossPerMille(),
                quality.receivedKilobits(),
                quality.framesPerSecond(),
                quality.encodeMillis(),
                quality.relayed(),
                limit(quality.limited()),
                device(quality.cameraTrouble()),
                device(quality.voiceTrouble()));
    }

    private static Limit limit(LineQuality.@Nullable Limit limited) {
        return switch (limited) {
            case null -> Limit.NONE;
            case CPU -> Limit.COMPUTER;
            case BANDWIDTH -> Limit.LINE;
            case NONE, OTHER -> Limit.NONE;
        };
    }

    private static Device device(LineQuality.@Nullable Trouble trouble) {
        return switch (trouble) {
            case null -> Device.WORKS;
            case BUSY -> Device.TAKEN;
            case DENIED -> Device.NOT_ALLOWED;
            case MISSING, UNSUPPORTED -> Device.GONE;
        };
    }
}
