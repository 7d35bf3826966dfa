package health.visavis.proof.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Files of the project as they stand, or with one thing broken on purpose.
interface Texts {

    Path ROOT = Path.of("..").toAbsolutePath().normalize();

    /// @throws IllegalStateException when what is there cannot be read as what it should be
    String of(String file);

    /// @param change what stands there
    /// @param to what stands there instead
    record Change(String file, String change, String to) {}

    static Change change(String file, String change, String to) {
        return new Change(file, change, to);
    }

    /// The files pass the check, and each change makes it complain.
    static void proves(BiConsumer<Texts, List<String>> check, Change... changes) {
        assertThat(complaints(check, Texts::here)).isEmpty();
        for (var made : changes) {
            assertThat(here(made.file())).as("%s is there to be changed", made).contains(made.change());
            assertThat(complaints(check, file -> file.equals(made.file()) ? broken(made) : here(file)))
                    .as("%s is noticed", made)
                    .isNotEmpty();
        }
    }

    private static String broken(Change made) {
        return here(made.file()).replaceFirst(Pattern.quote(made.change()), Matcher.quoteReplacement(made.to()));
    }

    private static List<String> complaints(BiConsumer<Texts, List<String>> check, Texts texts) {
        var complaints = new ArrayList<String>();
        try {
            check.accept(texts, complaints);
        } catch (IllegalStateException unreadable) {
            complaints.add(String.valueOf(unreadable.getMessage()));
        }
        return complaints;
    }

    private static String here(String file) {
        try {
            return Files.readString(ROOT.resolve(file));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
