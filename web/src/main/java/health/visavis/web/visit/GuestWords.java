package health.visavis.web.visit;

import health.visavis.visit.GuestKind;
import health.visavis.web.components.Choice;
import health.visavis.web.layout.Shell;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What guests are called by what they come for.
final class GuestWords {

    /// The languages that interpreters in the United States are asked for most, and American Sign Language (`ase`).
    private static final List<String> LANGUAGES = List.of(
            "en", "es", "zh", "vi", "tl", "ko", "ru", "ar", "ht", "pt", "fr", "pl", "it", "de", "hi", "fa", "so", "ja",
            "uk", "ase");

    private GuestWords() {}

    /// "interpreter for Spanish": inside a sentence.
    static String role(Shell shell, GuestKind kind, @Nullable String language) {
        var key = "visit.guest." + kind.name().toLowerCase(Locale.ROOT);
        return language == null ? shell.t(key) : shell.t(key, name(shell, language));
    }

    static List<Choice> languages(Shell shell) {
        return Stream.concat(
                        Stream.of(Choice.of("", shell.t("visit.guests.chooseLanguage"))),
                        LANGUAGES.stream()
                                .map(code -> Choice.of(code, language(shell, code)))
                                .sorted(Comparator.comparing(Choice::label)))
                .toList();
    }

    static boolean knows(String language) {
        return LANGUAGES.contains(language);
    }

    private static String language(Shell shell, String code) {
        return shell.sentenceStart(name(shell, code));
    }

    private static String name(Shell shell, String code) {
        return Locale.of(code).getDisplayLanguage(shell.language().locale());
    }
}
