package health.visavis.web.people;

import health.visavis.web.layout.Shell;
import java.util.Locale;
import java.util.Map;

/// A clinician's specialty in the viewer's language, where it is one that many have; else as it was typed.
public final class SpecialtyWords {

    private static final Map<String, String> KNOWN = Map.of(
            "family medicine", "family-medicine",
            "general practice", "general-practice",
            "general practice physician", "general-practice",
            "internal medicine", "internal-medicine",
            "pediatrics", "pediatrics",
            "cardiology", "cardiology",
            "dermatology", "dermatology",
            "psychiatry", "psychiatry");

    private SpecialtyWords() {}

    public static String of(Shell shell, String specialty) {
        var known = KNOWN.get(specialty.strip().toLowerCase(Locale.ROOT));
        return known == null ? specialty : shell.t("people.specialty." + known);
    }
}
