package health.visavis.web.visit;

import health.visavis.visit.DeviceFindings.Part;
import health.visavis.web.layout.Shell;
import health.visavis.web.layout.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What stands in the way of a visit to come, for those who can telephone before it.
///
/// @param failed what did not work when the patient tried it
/// @param checkedAt when they tried; null when they have not
public record VisitWarning(
        boolean linkBroken, List<Part> failed, @Nullable Instant checkedAt) {

    public VisitWarning {
        failed = List.copyOf(failed);
    }

    public List<String> sentences(Shell shell) {
        var sentences = new ArrayList<String>();
        if (linkBroken) {
            sentences.add(shell.t("visit.found.link"));
        }
        if (checkedAt != null) {
            for (var part : failed) {
                sentences.add(shell.say(Words.of("visit.found." + part.name().toLowerCase(Locale.ROOT), checkedAt)));
            }
        }
        return sentences;
    }
}
