package health.visavis.visit;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a check of camera, microphone, speaker and network found: verdicts and figures, nothing that names a
/// device or a place.
///
/// @param way how media can leave this network
/// @param kilobits a rough estimate of what the network carries
/// @param devices a digest of what is plugged in: equal when nothing has changed
public record DeviceFindings(
        Finding camera,
        Finding voice,
        Finding speaker,
        Finding network,
        Way way,
        @Nullable Integer roundTripMillis,
        @Nullable Integer kilobits,
        @Nullable String devices) {

    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
    private static final int LARGEST = 10_000_000;

    public enum Part {
        CAMERA,
        VOICE,
        SPEAKER,
        NETWORK
    }

    public enum Verdict {
        PASS,
        WEAK,
        FAIL,
        UNTRIED
    }

    /// Why it is no pass, as far as a person can do something about it.
    public enum Cause {
        NONE,
        DENIED,
        MISSING,
        BUSY,
        UNSUPPORTED,
        /// The microphone is open and hears nothing.
        SILENT,
        /// The person did not hear the tune.
        NOT_HEARD,
        UNREACHABLE,
        BLOCKED,
        SLOW,
        /// Only the way that web pages use is open: it works, and stutters sooner.
        TCP_ONLY
    }

    /// How media can leave a network, as far as it was tried.
    public enum Way {
        UDP,
        TCP,
        NONE,
        UNKNOWN
    }

    public record Finding(Verdict verdict, Cause cause) {

        public static final Finding UNTRIED = new Finding(Verdict.UNTRIED, Cause.NONE);
        public static final Finding PASS = new Finding(Verdict.PASS, Cause.NONE);

        public Finding {
            Objects.requireNonNull(verdict);
            Objects.requireNonNull(cause);
        }
    }

    /// What was found at some time.
    public record Dated(DeviceFindings findings, Instant checkedAt) {}

    public DeviceFindings {
        Stream.of(camera, voice, speaker, network, way).forEach(Objects::requireNonNull);
        within(roundTripMillis);
        within(kilobits);
        if (devices != null && !DIGEST.matcher(devices).matches()) {
            throw new IllegalArgumentException("A digest of devices is 64 hexadecimal digits");
        }
    }

    /// The parts that do not work, in the order in which a person meets them.
    public List<Part> failures() {
        return Stream.of(Part.values())
                .filter(part -> of(part).verdict() == Verdict.FAIL)
                .toList();
    }

    /// Whether somebody could go straight on if nothing has changed since. Only a person can try the speaker, and
    /// many do not.
    public boolean passed() {
        return devices != null && works(camera) && works(voice) && works(network) && speaker.verdict() != Verdict.FAIL;
    }

    private static boolean works(Finding finding) {
        return finding.verdict() == Verdict.PASS || finding.verdict() == Verdict.WEAK;
    }

    private Finding of(Part part) {
        return switch (part) {
            case CAMERA -> camera;
            case VOICE -> voice;
            case SPEAKER -> speaker;
            case NETWORK -> network;
        };
    }

    private static void within(@Nullable Integer measured) {
        if (measured != null && (measured < 0 || measured > LARGEST)) {
            throw new IllegalArgumentException("A measurement is out of range");
        }
    }
}
