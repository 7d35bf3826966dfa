package health.visavis.web.imports;

import health.visavis.chart.ImportRun.Rejection;
import health.visavis.web.layout.Shell;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Says in the reader's language why something was not imported.
///
/// The importer keeps its reasons in English: a rule, with the place in the resource before it (`Patient.birthDate
/// is missing`) or behind it (`an element stands twice: birthDate`). Places are names of FHIR and stay as they
/// are; a rule that has no text here is shown as it came.
final class RejectionWords {

    private static final Set<String> OF_A_PLACE = Set.of(
            "is missing",
            "is not a full date",
            "is not a FHIR id",
            "refers to a patient that is not known",
            "refers to nothing in its bundle");

    private static final Set<String> RULES = Set.of(
            "a line that is no JSON object",
            "a reference into the resource leads nowhere",
            "a value larger or deeper than is read",
            "a value of the wrong shape",
            "a value that FHIR R4 does not allow",
            "an attribute that FHIR R4 does not know",
            "an element is missing",
            "an element stands twice",
            "an element that FHIR R4 does not know",
            "an entry that is no object",
            "an entry without a resource",
            "an extension with a value and extensions",
            "more than one JSON document",
            "neither id nor identifier",
            "no JSON object",
            "no part of a chart",
            "not a valid FHIR R4 resource",
            "not well-formed JSON",
            "the database refused something in this bundle",
            "the content of a patient in this bundle was destroyed");

    private static final Pattern FILE = Pattern.compile("file (\\d+) (\\(.*\\))");

    private RejectionWords() {}

    static Rejection in(Shell shell, Rejection rejection) {
        return new Rejection(
                file(rejection.file(), shell), rejection.line(), rejection.type(), of(rejection.reason(), shell));
    }

    /// The importer names files by number and the end of their names.
    private static String file(String label, Shell shell) {
        var parts = FILE.matcher(label);
        return parts.matches() ? shell.t("imports.rejected.numbered", parts.group(1), parts.group(2)) : label;
    }

    static String of(String reason, Shell shell) {
        var first = reason.split(" ", 2);
        if (first.length == 2 && OF_A_PLACE.contains(first[1])) {
            return shell.t("imports.reason." + slug(first[1]), first[0]);
        }
        var last = reason.split(": ", 2);
        if (!RULES.contains(last[0])) {
            return reason;
        }
        var rule = shell.t("imports.reason." + slug(last[0]));
        return last.length == 2 ? rule + ": " + last[1] : rule;
    }

    private static String slug(String rule) {
        return rule.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }
}
