package health.visavis.visit;

import org.jspecify.annotations.Nullable;

/// How one browser found the line in the last seconds: numbers only. What it could not measure is absent.
///
/// @param encodeMillis how long its computer needed for one picture
/// @param cameraTrouble while its camera cannot be used
public record LineQuality(
        @Nullable Integer roundTripMillis,
        @Nullable Integer jitterMillis,
        @Nullable Integer lossPerMille,
        @Nullable Integer receivedKilobits,
        @Nullable Integer sentKilobits,
        @Nullable Integer framesPerSecond,
        boolean relayed,
        boolean encrypted,
        @Nullable Limit limited,
        @Nullable Integer encodeMillis,
        @Nullable Trouble cameraTrouble,
        @Nullable Trouble voiceTrouble) {

    /// What keeps the picture that is sent below what it could be, as the browser says.
    public enum Limit {
        NONE,
        CPU,
        BANDWIDTH,
        OTHER
    }

    /// Why a device of this browser cannot be used.
    public enum Trouble {
        DENIED,
        MISSING,
        BUSY,
        UNSUPPORTED
    }

    private static final int LARGEST = 10_000_000;

    public LineQuality {
        within(roundTripMillis, LARGEST);
        within(jitterMillis, LARGEST);
        within(lossPerMille, 1000);
        within(receivedKilobits, LARGEST);
        within(sentKilobits, LARGEST);
        within(framesPerSecond, 1000);
        within(encodeMillis, LARGEST);
    }

    private static void within(@Nullable Integer measured, int largest) {
        if (measured != null && (measured < 0 || measured > largest)) {
            throw new IllegalArgumentException("A measurement is out of range");
        }
    }
}
