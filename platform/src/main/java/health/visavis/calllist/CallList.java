package health.visavis.calllist;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/// Whom to call, in the order of the visits.
public record CallList(String clinic, ZoneId zone, Instant writtenAt, List<Entry> entries) {

    private static final String FIRST_LINE = "visavis call list 1";

    public CallList {
        entries = List.copyOf(entries);
    }

    /// @param number empty where none is known
    /// @param byPhone whether this visit is held by telephone anyway
    public record Entry(Instant at, String clinician, String patient, String number, boolean byPhone) {

        @Override
        public String toString() {
            return "[REDACTED]";
        }
    }

    /// One line each, parts between tabs.
    String written() {
        var lines = new ArrayList<String>();
        lines.add(FIRST_LINE);
        lines.add(line(clinic, zone.getId(), writtenAt.toString()));
        for (var entry : entries) {
            lines.add(line(
                    entry.at().toString(),
                    entry.clinician(),
                    entry.patient(),
                    entry.number(),
                    Boolean.toString(entry.byPhone())));
        }
        return String.join("\n", lines);
    }

    static CallList read(String written) {
        var lines = written.split("\n", -1);
        if (!lines[0].equals(FIRST_LINE)) {
            throw new IllegalArgumentException("not a call list");
        }
        var head = lines[1].split("\t", -1);
        var entries = new ArrayList<Entry>();
        for (var number = 2; number < lines.length; number++) {
            var parts = lines[number].split("\t", -1);
            entries.add(
                    new Entry(Instant.parse(parts[0]), parts[1], parts[2], parts[3], Boolean.parseBoolean(parts[4])));
        }
        return new CallList(head[0], ZoneId.of(head[1]), Instant.parse(head[2]), entries);
    }

    private static String line(String... parts) {
        var cleaned = new ArrayList<String>();
        for (var part : parts) {
            cleaned.add(part.replaceAll("\\p{Cntrl}+", " "));
        }
        return String.join("\t", cleaned);
    }
}
