package health.visavis.web.messaging;

import health.visavis.files.FileDetails;
import health.visavis.kernel.ThreadId;
import health.visavis.messaging.MessageView;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.Objects;

/// What was sent with a message, as a link.
public record FileView(String thread, String message, FileDetails file, Locale locale) {

    private static final int TALLEST = 288;

    /// Only for a message with a file.
    public static FileView of(ThreadId thread, MessageView message, Locale locale) {
        return new FileView(thread.toString(), message.id().toString(), Objects.requireNonNull(message.file()), locale);
    }

    public boolean isPicture() {
        return file.kind().isPicture();
    }

    public boolean isNamed() {
        return !file.name().isEmpty();
    }

    public String download() {
        return address("files");
    }

    public String picture() {
        return address("pictures");
    }

    public String preview() {
        return address("previews");
    }

    /// "PDF, 1.2 MB"
    public String measure() {
        var format = NumberFormat.getInstance(locale);
        format.setMaximumFractionDigits(1);
        var large = file.size() >= 100_000;
        return file.kind() + ", " + format.format(large ? file.size() / 1e6 : Math.max(0.1, file.size() / 1e3))
                + "\u00a0" + (large ? "MB" : "kB");
    }

    /// The width at which the picture is shown, in CSS pixels: known before it has come, it keeps its place.
    public int width() {
        return shown(file.width());
    }

    public int height() {
        return shown(file.height());
    }

    private int shown(int pixels) {
        return Math.max(1, Math.round(pixels * Math.min(1f, (float) TALLEST / file.height())));
    }

    private String address(String kind) {
        return "/messages/" + thread + "/" + kind + "/" + message;
    }

    @Override
    public String toString() {
        return "FileView[" + message + "]";
    }
}
