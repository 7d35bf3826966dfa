package health.visavis.web.audit;

import health.visavis.breakglass.EmergencyAccess;
import health.visavis.breakglass.EmergencyReview;
import health.visavis.breakglass.EmergencyReview.Verdict;
import health.visavis.breakglass.ReviewEmergency.Found;
import health.visavis.breakglass.ReviewEmergency.Judged;
import health.visavis.breakglass.ReviewEmergency.Waiting;
import health.visavis.breakglass.ReviewSealedCode;
import health.visavis.breakglass.UsedCode;
import health.visavis.kernel.PersonId;
import health.visavis.web.components.Choice;
import health.visavis.web.layout.Shell;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Records opened in an emergency and sealed codes that were used, and what came of each.
public record EmergenciesView(Found found, ReviewSealedCode.Found codes) {

    public boolean isNothingWaiting() {
        return found.waiting().isEmpty() && codes.waiting().isEmpty();
    }

    public boolean judgeable(ReviewSealedCode.Waiting waiting) {
        return !waiting.own() || codes.onlyAdministrator();
    }

    /// What was done with the code, one sentence for each act.
    public static List<String> acts(Shell shell, ReviewSealedCode.Waiting waiting) {
        return acts(shell, waiting.acts());
    }

    public static String used(Shell shell, UsedCode code) {
        return shell.t("audit.codes.used", shell.shortDate(code.at()), shell.clock(code.at()));
    }

    public static String judgedBy(Shell shell, ReviewSealedCode.Judged judged) {
        return judgedBy(shell, judged.review(), judged.code().by(), judged.reviewerName());
    }

    public boolean judgeable(Waiting waiting) {
        return !waiting.own() || found.onlyAdministrator();
    }

    public static String times(Shell shell, EmergencyAccess access) {
        return shell.t(
                "audit.emergencies.times",
                shell.shortDate(access.openedAt()),
                shell.clock(access.openedAt()),
                shell.clock(access.over()));
    }

    public static String reason(Shell shell, EmergencyAccess access) {
        return shell.t("breakglass.reason." + access.reason());
    }

    public static String name(Shell shell, @Nullable String name) {
        return name == null ? shell.t("audit.unnamed") : name;
    }

    /// What was done meanwhile, one sentence for each act.
    public static List<String> acts(Shell shell, Waiting waiting) {
        return acts(shell, waiting.acts());
    }

    private static List<String> acts(Shell shell, Map<String, Long> acts) {
        return acts.entrySet().stream()
                .map(act -> shell.t("audit.emergencies.act", shell.t("audit.action." + act.getKey()), act.getValue()))
                .toList();
    }

    public static List<Choice> verdicts(Shell shell) {
        return Arrays.stream(Verdict.values())
                .map(each -> Choice.of(each.name(), verdict(shell, each)))
                .toList();
    }

    public static String verdict(Shell shell, Verdict verdict) {
        return shell.t("audit.emergencies.verdict." + verdict);
    }

    public static String judgedBy(Shell shell, Judged judged) {
        return judgedBy(shell, judged.review(), judged.access().staff(), judged.reviewerName());
    }

    private static String judgedBy(Shell shell, EmergencyReview review, PersonId own, @Nullable String reviewerName) {
        return shell.t(
                review.by().equals(own) ? "audit.emergencies.judgedBySelf" : "audit.emergencies.judgedBy",
                name(shell, reviewerName),
                shell.shortDate(review.at()),
                shell.clock(review.at()));
    }
}
