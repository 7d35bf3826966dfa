package health.visavis.chart;

import org.jspecify.annotations.Nullable;

/// Something named by a code of a terminology, and as people read it.
public record Coded(@Nullable String system, @Nullable String code, String display) {

    /// Whether two mean the same: by code where both have one, else by what is read.
    public boolean sameAs(Coded other) {
        return code != null && other.code != null
                ? code.equals(other.code) && String.valueOf(system).equals(String.valueOf(other.system))
                : display.equals(other.display);
    }

    @Override
    public String toString() {
        return "[REDACTED]";
    }
}
