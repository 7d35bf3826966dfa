package health.visavis.insight.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Reads causes from measurements. The limits are those at which people notice: ITU-T G.114 for the way, and what
/// video codecs conceal for losses.
public final class Causes {

    static final int LOSS_PER_MILLE = 50;
    static final int WAY_MILLIS = 400;
    static final int JITTER_MILLIS = 60;

    /// A picture in thirty a second has 33 milliseconds; half more is behind for good.
    static final int ENCODE_MILLIS = 50;

    /// Measurements come every ten seconds: what is missing once is not over.
    static final Duration BRIDGED = Duration.ofSeconds(25);

    /// How long one measurement speaks for.
    static final Duration STANDS_FOR = Duration.ofSeconds(10);

    private Causes() {}

    /// In the order in which they began.
    public static List<Episode> of(List<Measurement> measurements) {
        var byEnd = new TreeMap<String, List<Measurement>>();
        measurements.stream()
                .sorted(Comparator.comparing(Measurement::at))
                .forEach(one -> byEnd.computeIfAbsent(one.end(), end -> new ArrayList<>())
                        .add(one));
        var episodes = new ArrayList<Episode>();
        byEnd.forEach((end, some) -> episodes.addAll(ofEnd(end, some)));
        episodes.sort(Comparator.comparing(Episode::from)
                .thenComparing(Episode::cause)
                .thenComparing(Episode::end));
        return List.copyOf(episodes);
    }

    private static List<Episode> ofEnd(String end, List<Measurement> measurements) {
        var done = new ArrayList<Episode>();
        var open = new EnumMap<Cause, Episode>(Cause.class);
        for (var one : measurements) {
            for (var cause : at(one)) {
                open.merge(cause, new Episode(cause, end, one.at(), one.at()), (before, now) -> {
                    if (now.from().isAfter(before.until().plus(BRIDGED))) {
                        done.add(before);
                        return now;
                    }
                    return new Episode(cause, end, before.from(), now.until());
                });
            }
        }
        done.addAll(open.values());
        if (measurements.stream().allMatch(Measurement::relayed)) {
            done.add(new Episode(
                    Cause.RELAY_ONLY,
                    end,
                    measurements.getFirst().at(),
                    measurements.getLast().at()));
        }
        return done.stream().map(Causes::began).toList();
    }

    /// A measurement looks back.
    private static Episode began(Episode episode) {
        return episode.cause() == Cause.RELAY_ONLY
                ? episode
                : new Episode(episode.cause(), episode.end(), earlier(episode.from()), episode.until());
    }

    private static Instant earlier(Instant at) {
        return at.minus(STANDS_FOR);
    }

    private static Set<Cause> at(Measurement one) {
        var causes = EnumSet.noneOf(Cause.class);
        if (more(one.lossPerMille(), LOSS_PER_MILLE)) {
            causes.add(Cause.LOST_PACKETS);
        }
        if (more(one.roundTripMillis(), WAY_MILLIS)) {
            causes.add(Cause.LONG_WAY);
        }
        if (more(one.jitterMillis(), JITTER_MILLIS)) {
            causes.add(Cause.UNEVEN);
        }
        if (one.limit() == Measurement.Limit.LINE) {
            causes.add(Cause.NARROW_LINE);
        }
        if (one.limit() == Measurement.Limit.COMPUTER || more(one.encodeMillis(), ENCODE_MILLIS)) {
            causes.add(Cause.SLOW_COMPUTER);
        }
        causes.addAll(device(one.camera(), Cause.CAMERA_TAKEN, Cause.CAMERA_NOT_ALLOWED, Cause.CAMERA_GONE));
        causes.addAll(
                device(one.microphone(), Cause.MICROPHONE_TAKEN, Cause.MICROPHONE_NOT_ALLOWED, Cause.MICROPHONE_GONE));
        return causes;
    }

    private static Set<Cause> device(Measurement.Device device, Cause taken, Cause notAllowed, Cause gone) {
        return switch (device) {
            case WORKS -> Set.of();
            case TAKEN -> Set.of(taken);
            case NOT_ALLOWED -> Set.of(notAllowed);
            case GONE -> Set.of(gone);
        };
    }

    private static boolean more(@Nullable Integer measured, int limit) {
        return measured != null && measured > limit;
    }

    /// The middle one of what was measured; null where nothing was.
    public static @Nullable Integer median(List<@Nullable Integer> measured) {
        var known = measured.stream().filter(Objects::nonNull).sorted().toList();
        return known.isEmpty() ? null : known.get(known.size() / 2);
    }
}
