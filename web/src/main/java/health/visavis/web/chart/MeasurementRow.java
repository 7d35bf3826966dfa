package health.visavis.web.chart;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The latest of a series of measurements, and how it has been going.
///
/// @param language of `what` where it is the source's; null for a name of ours
/// @param before what it was the time before, and when
/// @param mark that one of them is guarded better than others, in the viewer's language
/// @param trend the points of a line in a box of 100 by 24, the oldest first
public record MeasurementRow(
        String what,
        @Nullable String language,
        String value,
        @Nullable String on,
        @Nullable String before,
        @Nullable String trend,
        @Nullable String mark) {

    /// The last point of the line twice over, whose round end is a dot: there stands the latest.
    public String latest() {
        var last = Objects.requireNonNull(trend).substring(trend.lastIndexOf(' ') + 1);
        return last + " " + last;
    }
}
