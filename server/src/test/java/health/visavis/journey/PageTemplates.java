package health.visavis.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// The templates that are whole pages. Each becomes a class when the application is built, and a class is loaded
/// when its page is first drawn.
final class PageTemplates {

    private static final Pattern WHOLE_PAGE =
            Pattern.compile("^@template\\.(layout\\.shell|frame|signin\\.frame)\\(.*title = ", Pattern.MULTILINE);

    private PageTemplates() {}

    static Set<String> all() {
        var classes = new TreeSet<String>();
        classes.addAll(in(Path.of("..", "web", "src", "main", "jte"), "health.visavis.web.templates."));
        classes.addAll(in(Path.of("..", "local", "src", "main", "jte"), "health.visavis.local.templates."));
        return classes;
    }

    /// Those of the one-machine edition's sign-in provider.
    static Set<String> ofSignIn() {
        var classes = new TreeSet<>(all());
        classes.removeIf(each -> !each.startsWith("health.visavis.local.templates.signin."));
        return classes;
    }

    private static Set<String> in(Path folder, String packageName) {
        var classes = new TreeSet<String>();
        try (var files = Files.walk(folder)) {
            files.filter(file -> file.toString().endsWith(".jte") && !file.endsWith("frame.jte"))
                    .filter(PageTemplates::isWholePage)
                    .forEach(file -> classes.add(packageName + className(folder.relativize(file))));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return classes;
    }

    private static boolean isWholePage(Path file) {
        try {
            return WHOLE_PAGE.matcher(Files.readString(file)).find();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String className(Path template) {
        var name = template.getFileName().toString().replace(".jte", "").replaceAll("[^A-Za-z0-9]", "");
        return template.getParent().toString().replace('/', '.') + ".Jte" + name + "Generated";
    }
}
