package health.visavis.web.messaging;

import health.visavis.files.FileKind;
import health.visavis.files.FileRefusal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What may be sent, as the page says it.
///
/// @param largest bytes
/// @param documents whether a document comes in, which takes a scanner
public record FileRules(long largest, boolean documents) {

    /// For the browser's own choice of files. Telephones turn their photos into JPEG when they read this.
    public String accepted() {
        return Stream.of(FileKind.JPEG, FileKind.PNG, FileKind.PDF, FileKind.TEXT)
                .filter(kind -> documents || kind != FileKind.PDF)
                .map(kind -> kind.mediaType().replaceAll(";.*", "") + ",." + kind.extension())
                .collect(Collectors.joining(","));
    }

    public long megabytes() {
        return largest >> 20;
    }

    public String hintKey() {
        return documents ? "messaging.file.hint" : "messaging.file.hint.noDocuments";
    }

    public static List<FileRefusal> refusals() {
        return Arrays.asList(FileRefusal.values());
    }

    /// `too-large`, for scripts.
    public static String reason(FileRefusal why) {
        return why.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Whether the same file can be sent a little later.
    public static boolean passes(FileRefusal why) {
        return why == FileRefusal.SCANNER_AWAY;
    }

    public static String refusalKey(FileRefusal why) {
        return "messaging.file.refused." + reason(why);
    }
}
