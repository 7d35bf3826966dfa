package health.visavis.fhir;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/// A file to be read: one JSON document (a bundle or a single resource), or NDJSON with a resource in every line;
/// either may be gzipped.
///
/// @param number its place in the order in which the files are read, from 1
/// @param firstType the type of its first resource: what decides the order
record FhirFile(Path path, int number, long bytes, String firstType) {

    private static final int BUFFER = 256 * 1024;

    /// What may stay of a file's name: ids, the names of resource types, and endings. Names of people are also file
    /// names.
    private static final Pattern HARMLESS = Pattern.compile(
            "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[A-Z][a-z]+([A-Z][a-z]+)*(?=[.-])|hospitalInformation|practitionerInformation"
                    + "|\\.ndjson|\\.json|\\.gz|\\d+");

    private static final Set<String> TYPES = Set.of(
            "Organization",
            "Location",
            "PractitionerRole",
            "Practitioner",
            "Patient",
            "Encounter",
            "Condition",
            "AllergyIntolerance",
            "MedicationRequest",
            "Observation",
            "Immunization",
            "Procedure",
            "DocumentReference",
            "hospitalInformation",
            "practitionerInformation");

    boolean isLines() {
        return plainName().endsWith(".ndjson") || plainName().endsWith(".jsonl");
    }

    static boolean isOne(Path path) {
        var name = withoutGz(path);
        return name.endsWith(".json") || name.endsWith(".ndjson") || name.endsWith(".jsonl");
    }

    InputStream open() throws IOException {
        var in = new BufferedInputStream(Files.newInputStream(path), BUFFER);
        return name(path).endsWith(".gz") ? new GZIPInputStream(in, BUFFER) : in;
    }

    /// Number and name, without the names of people.
    String label() {
        var kept = new StringBuilder();
        var harmless = HARMLESS.matcher(path.getFileName().toString());
        var end = 0;
        while (harmless.find()) {
            if (isUnknownWord(harmless.group())) {
                continue;
            }
            if (harmless.start() > end) {
                kept.append('…');
            }
            kept.append(harmless.group());
            end = harmless.end();
        }
        return "file " + number + " (" + kept + ")";
    }

    /// Clinics and clinicians before patients, patients before what is about them.
    int rank() {
        return switch (firstType) {
            case "Organization" -> 0;
            case "Location" -> 1;
            case "PractitionerRole" -> 2;
            case "Practitioner" -> 3;
            case "Patient" -> 4;
            case "Encounter" -> 5;
            default -> 6;
        };
    }

    private static boolean isUnknownWord(String part) {
        return Character.isLetter(part.charAt(0)) && !TYPES.contains(part) && !part.matches("[0-9a-f-]{36}");
    }

    private String plainName() {
        return withoutGz(path);
    }

    private static String withoutGz(Path path) {
        var name = name(path);
        return name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
    }

    private static String name(Path path) {
        return path.getFileName().toString().toLowerCase(Locale.ROOT);
    }
}
