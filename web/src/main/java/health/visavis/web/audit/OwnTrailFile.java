package health.visavis.web.audit;

import health.visavis.insight.ReadOwnTrail;
import health.visavis.web.layout.Shell;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// A patient's trail as one HTML file that verifies itself in any browser, without a network: `own-trail.html` with
/// what the patient takes along, in the patient's language.
final class OwnTrailFile {

    private static final String PAGE = read("own-trail.html");
    private static final String TAKEN = "{{taken}}";
    private static final String LANGUAGE = "{{language}}";

    private OwnTrailFile() {}

    static String of(ReadOwnTrail.Taken taken, Shell shell) {
        var data = new LinkedHashMap<String, Object>();
        data.put("proof", taken.proof());
        data.put("names", taken.names());
        data.put("words", words(taken, shell));
        return PAGE.replace(LANGUAGE, shell.language().code()).replace(TAKEN, json(data));
    }

    /// What stands in a script of a page must not end it.
    private static String json(Map<String, Object> data) {
        return JsonMapper.shared().writeValueAsString(data).replace("<", "\\u003c");
    }

    private static Map<String, String> words(ReadOwnTrail.Taken taken, Shell shell) {
        var words = new TreeMap<String, String>();
        Stream.of(
                        "title",
                        "checking",
                        "broken",
                        "key",
                        "when",
                        "who",
                        "what",
                        "result",
                        "why",
                        "process",
                        "guest",
                        "nobody")
                .forEach(key -> words.put(key, shell.t("audit.own.file." + key)));
        words.put("lead", shell.t("audit.own.file.lead", shell.clinic().name()));
        // Filled in where the file is read.
        words.put("whole", shell.t("audit.own.file.whole", "{count}"));
        words.put("earlier", shell.t("audit.own.file.earlier", "{count}"));
        words.put("signed", shell.t("audit.own.file.signed", "{time}"));
        for (var entry : taken.proof().entries()) {
            put(words, shell, OwnTrailView::act, entry.get("action"));
            put(words, shell, outcome -> "audit.outcome." + outcome, entry.get("outcome"));
            put(words, shell, reason -> "audit.reason." + reason, entry.get("reason"));
        }
        return words;
    }

    private static void put(Map<String, String> words, Shell shell, UnaryOperator<String> key, @Nullable String code) {
        words.computeIfAbsent(Objects.requireNonNull(code), found -> shell.t(key.apply(found)));
    }

    private static String read(String name) {
        try (var file = Objects.requireNonNull(OwnTrailFile.class.getResourceAsStream(name))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
