package health.visavis.audit;

import health.visavis.audit.domain.Checkpoint;
import health.visavis.audit.domain.Hash;
import health.visavis.audit.domain.SignedCheckpoint;
import health.visavis.audit.store.AuditLog.Leaf;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/// What a witness keeps of a stretch of the log: the signed checkpoint at its end and, after an empty line, one line
/// for each row: its id, and its leaf in base64. With it a row that is gone, changed or elsewhere is named, not only
/// missed.
record WitnessedPart(String note, long from, List<Leaf> rows) {

    private static final String ENDING = ".log";

    WitnessedPart {
        rows = List.copyOf(rows);
    }

    Checkpoint checkpoint() {
        return signed().checkpoint();
    }

    SignedCheckpoint signed() {
        return SignedCheckpoint.parse(note);
    }

    /// By size, with zeros before it: names in order are parts in order.
    String name() {
        return name(from + rows.size());
    }

    static String name(long size) {
        return String.format(Locale.ROOT, "%019d%s", size, ENDING);
    }

    static boolean isName(String name) {
        return name.matches("\\d{19}\\" + ENDING);
    }

    static long size(String name) {
        return Long.parseLong(name.substring(0, name.length() - ENDING.length()));
    }

    byte[] content() {
        var text = new StringBuilder(note).append("\n");
        for (var row : rows) {
            text.append(row.event()).append(' ').append(row.hash().text()).append('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /// @throws IllegalArgumentException when it is none
    static WitnessedPart read(byte[] content) {
        var text = new String(content, StandardCharsets.UTF_8);
        var noteEnds = text.indexOf("\n\n", text.indexOf("\n\n") + 2) + 1;
        if (noteEnds == 0) {
            throw new IllegalArgumentException("not a part of the log");
        }
        var note = text.substring(0, noteEnds);
        var size = SignedCheckpoint.parse(note).checkpoint().size();
        var lines = text.substring(noteEnds + 1).split("\n", -1);
        var from = size - (lines.length - 1);
        var rows = new ArrayList<Leaf>();
        for (var number = 0; number < lines.length - 1; number++) {
            var parts = lines[number].split(" ", 2);
            if (parts.length < 2) {
                throw new IllegalArgumentException("not a part of the log");
            }
            rows.add(new Leaf(from + number, UUID.fromString(parts[0]), Hash.parse(parts[1])));
        }
        return new WitnessedPart(note, from, rows);
    }
}
