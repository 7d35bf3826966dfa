package health.visavis.web.styles;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// The colour tokens of one theme, read from the style sheet itself.
record Tokens(Map<String, String> colours) {

    private static final Path FILE = Path.of("src", "main", "styles", "base", "tokens.css");
    private static final Pattern COLOUR = Pattern.compile("--vv-([a-z0-9-]+):\\s*#([0-9a-f]{6});");

    /// All colours declared between a selector and the brace that closes it.
    static Tokens after(String selector) throws IOException {
        var css = Files.readString(FILE);
        var start = css.indexOf(selector);
        if (start < 0) {
            throw new IllegalArgumentException("No " + selector);
        }
        var colours = new TreeMap<String, String>();
        var found = COLOUR.matcher(css.substring(start, css.indexOf('}', start)));
        while (found.find()) {
            colours.put(found.group(1), found.group(2));
        }
        return new Tokens(colours);
    }

    /// As WCAG 2.2 defines it: 1 to 21.
    double contrast(String one, String other) {
        var first = luminance(one);
        var second = luminance(other);
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    private double luminance(String name) {
        var hex = colours.get(name);
        if (hex == null) {
            throw new IllegalArgumentException("No colour " + name);
        }
        return 0.2126 * channel(hex, 0) + 0.7152 * channel(hex, 2) + 0.0722 * channel(hex, 4);
    }

    private static double channel(String hex, int at) {
        var value = Integer.parseInt(hex.substring(at, at + 2), 16) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
