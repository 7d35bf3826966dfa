package health.visavis.web.chart;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/// The plain text of a clinical document, cut into what it visibly is: many systems write notes with `#` before
/// headings and `-` before the items of a list. Nothing is left out but those signs and the blanks around a line.
public record DocumentText(List<Block> blocks) {

    public sealed interface Block {

        /// @param level 2 or 3, below the title of the page
        record Heading(int level, String text) implements Block {}

        record Items(List<String> items) implements Block {}

        record Paragraph(List<String> lines) implements Block {}
    }

    public DocumentText {
        blocks = List.copyOf(blocks);
    }

    /// Without a first line that only says when the document is of: whoever wrote it may have been in another zone
    /// than who reads it, and a document has one date.
    DocumentText withoutItsDate(Instant of) {
        return !blocks.isEmpty()
                        && blocks.getFirst() instanceof Block.Paragraph(var lines)
                        && lines.size() == 1
                        && isDayOf(of, lines.getFirst())
                ? new DocumentText(blocks.subList(1, blocks.size()))
                : this;
    }

    private static boolean isDayOf(Instant moment, String line) {
        try {
            var noon = LocalDate.parse(line).atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
            return Duration.between(noon, moment).abs().compareTo(Duration.ofHours(36)) <= 0;
        } catch (DateTimeParseException noDate) {
            return false;
        }
    }

    public static DocumentText of(String text) {
        var blocks = new ArrayList<Block>();
        var items = new ArrayList<String>();
        var lines = new ArrayList<String>();
        for (var line : text.lines().map(String::strip).toList()) {
            var item = line.startsWith("- ");
            if (!item && !items.isEmpty()) {
                blocks.add(new Block.Items(List.copyOf(items)));
                items.clear();
            }
            if ((item || line.isEmpty() || line.startsWith("#")) && !lines.isEmpty()) {
                blocks.add(new Block.Paragraph(List.copyOf(lines)));
                lines.clear();
            }
            if (item) {
                items.add(line.substring(2).strip());
            } else if (line.startsWith("# ")) {
                blocks.add(new Block.Heading(2, line.substring(2).strip()));
            } else if (line.startsWith("## ")) {
                blocks.add(new Block.Heading(3, line.substring(3).strip()));
            } else if (!line.isEmpty()) {
                lines.add(line);
            }
        }
        if (!items.isEmpty()) {
            blocks.add(new Block.Items(items));
        }
        if (!lines.isEmpty()) {
            blocks.add(new Block.Paragraph(lines));
        }
        return new DocumentText(blocks);
    }
}
