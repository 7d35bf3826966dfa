package health.visavis.web.chart;

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
