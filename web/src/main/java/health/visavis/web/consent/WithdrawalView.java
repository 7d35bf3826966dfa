package health.visavis.web.consent;

import health.visavis.consent.ReadOwnConsents.Effect;
import health.visavis.consent.ReadOwnConsents.Foreseen;
import health.visavis.web.layout.Shell;
import java.util.List;

/// What would change if a consent were withdrawn.
public record WithdrawalView(Foreseen foreseen) {

    /// One sentence for each clinician who treats the patient.
    public List<String> effects(Shell shell) {
        return foreseen.effects().stream()
                .map(effect -> sentence(shell, effect))
                .toList();
    }

    private String sentence(Shell shell, Effect effect) {
        var name = effect.clinician().displayName();
        if (effect.loses()) {
            return shell.t("consent.effect.loses", name, foreseen.entries());
        }
        return effect.keeps()
                ? shell.t(
                        "consent.effect.keeps",
                        name,
                        foreseen.entries(),
                        shell.t("audit.reason." + effect.then().explanation().code()))
                : shell.t("consent.effect.never", name);
    }
}
