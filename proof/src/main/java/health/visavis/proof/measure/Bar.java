package health.visavis.proof.measure;

import java.util.Locale;

/// A figure beside what was promised of it, where there is no peer to measure in the same run.
///
/// @param lessIsBetter times, which must not be above the bar; else it must be reached
public record Bar(String what, double measured, String unit, boolean lessIsBetter, double bar, double aim)
        implements Result {

    @Override
    public boolean meetsBar() {
        return lessIsBetter ? measured <= bar : measured >= bar;
    }

    private boolean meetsAim() {
        return lessIsBetter ? measured <= aim : measured >= aim;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%-34s %,10.1f %s   bar %,.0f, aim %,.0f: %s",
                what,
                measured,
                unit,
                bar,
                aim,
                meetsAim() ? "aim met" : meetsBar() ? "bar met" : "BAR MISSED");
    }
}
