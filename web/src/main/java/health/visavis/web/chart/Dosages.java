package health.visavis.web.chart;

import health.visavis.web.layout.Shell;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Dosages in the viewer's language, where they are the plain numbers an import writes, `1 per dose, 2 times every
/// day`, or the sentences that Synthea writes. What a person wrote stays as written.
final class Dosages {

    private static final Pattern PLAIN = Pattern.compile("(?<dose>\\d+(?:\\.\\d+)?) (?<unit>per dose|mg|mcg|g|mL)"
            + ", (?<times>\\d+) times? every (?:(?<period>\\d+) )?(?<what>hour|day|week|month|year)s?");

    private static final Map<String, String> SENTENCES = Map.of(
            "take as needed", "chart.dosage.asNeeded",
            "as needed", "chart.dosage.asNeeded",
            "every four to six hours", "chart.dosage.fourToSixHours");

    private final Shell shell;

    Dosages(Shell shell) {
        this.shell = shell;
    }

    /// Empty where the words are the source's.
    Optional<String> read(String dosage) {
        var plain = PLAIN.matcher(dosage);
        if (!plain.matches()) {
            return sentences(dosage);
        }
        var dose = plain.group("unit").equals("per dose")
                ? shell.t("chart.dosage.each", plain.group("dose"))
                : plain.group("dose") + "\u00a0" + plain.group("unit");
        var period = plain.group("period");
        var often = "chart.dosage." + plain.group("what") + (period == null ? "" : "s");
        var times = Integer.valueOf(plain.group("times"));
        return Optional.of(dose + ", " + (period == null ? shell.t(often, times) : shell.t(often, times, period)));
    }

    /// Empty unless each of them is known.
    private Optional<String> sentences(String dosage) {
        var parts = dosage.toLowerCase(Locale.ROOT).split("[.,]\\s*");
        return Arrays.stream(parts).allMatch(SENTENCES::containsKey)
                ? Optional.of(shell.sentenceStart(Arrays.stream(parts)
                        .map(part -> shell.t(Objects.requireNonNull(SENTENCES.get(part))))
                        .collect(Collectors.joining(", "))))
                : Optional.empty();
    }
}
