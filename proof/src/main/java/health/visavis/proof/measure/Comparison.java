package health.visavis.proof.measure;

import java.util.Locale;

/// Ours beside a peer, measured in the same run.
///
/// @param lessIsBetter times and sizes, where the ratio is ours / theirs and must stay below the bar; else it must
/// reach it
public record Comparison(
        String what, double ours, double theirs, String unit, boolean lessIsBetter, double bar, double aim)
        implements Result {

    public double ratio() {
        return ours / theirs;
    }

    @Override
    public boolean meetsBar() {
        return lessIsBetter ? ratio() <= bar : ratio() >= bar;
    }

    private boolean meetsAim() {
        return lessIsBetter ? ratio() <= aim : ratio() >= aim;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%-34s Visavis %,10.1f %s   peer %,10.1f %s   ratio %.2f   bar %.2f, aim %.2f: %s",
                what,
                ours,
                unit,
                theirs,
                unit,
                ratio(),
                bar,
                aim,
                meetsAim() ? "aim met" : meetsBar() ? "bar met" : "BAR MISSED");
    }
}
