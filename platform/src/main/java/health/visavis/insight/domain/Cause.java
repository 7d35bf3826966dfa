package health.visavis.insight.domain;

/// Why a call was not what it could have been, as far as figures tell.
public enum Cause {
    /// Parts of what the other side sent did not arrive.
    LOST_PACKETS,
    /// They arrived, and long after.
    LONG_WAY,
    /// They arrived in bursts.
    UNEVEN,
    /// The line out carried less than the picture needs.
    NARROW_LINE,
    /// The computer did not keep up with making the picture.
    SLOW_COMPUTER,
    CAMERA_TAKEN,
    CAMERA_NOT_ALLOWED,
    CAMERA_GONE,
    MICROPHONE_TAKEN,
    MICROPHONE_NOT_ALLOWED,
    MICROPHONE_GONE,
    /// No direct way was found, so everything went through a relay. Costs some delay and is no fault.
    RELAY_ONLY
}
