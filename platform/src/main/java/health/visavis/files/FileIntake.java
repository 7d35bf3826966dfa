package health.visavis.files;

import health.visavis.files.FileScanner.Verdict;
import health.visavis.files.Intake.Accepted;
import health.visavis.files.Intake.Preview;
import health.visavis.files.Intake.Refused;
import health.visavis.files.Pictures.Drawing;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Decides whether a file may come in, by what it holds and never by what it is called.
///
/// Where a scanner is set up it looks at every file, and no verdict means no. Where there is none, pictures still come
/// in, because nothing but their pixels does, and so does plain text; a PDF would be kept as it is and is refused.
@Component
public class FileIntake {

    private static final Logger LOG = LoggerFactory.getLogger(FileIntake.class);
    private static final int LONGEST_NAME = 100;

    private final FileSettings settings;
    private final Optional<FileScanner> scanner;
    private final Pictures pictures = new Pictures();

    FileIntake(FileSettings settings, Optional<FileScanner> scanner) {
        this.settings = settings;
        this.scanner = scanner;
    }

    /// Whether documents come in at all.
    public boolean takesDocuments() {
        return scanner.isPresent();
    }

    public long largest() {
        return settings.largest().toBytes();
    }

    /// Slow: neither in a transaction nor while something waits.
    public Intake look(String name, byte[] content) {
        if (content.length == 0) {
            return new Refused(FileRefusal.EMPTY);
        }
        if (content.length > largest()) {
            return new Refused(FileRefusal.TOO_LARGE);
        }
        var kind = kind(content);
        if (kind == null) {
            return new Refused(isOtherPicture(content) ? FileRefusal.OTHER_PICTURE : FileRefusal.UNKNOWN_KIND);
        }
        var found = scanned(kind, content);
        if (found != null) {
            return new Refused(found);
        }
        return kind.isPicture() ? picture(name, kind, content) : asItIs(name, kind, content);
    }

    private @Nullable FileRefusal scanned(FileKind kind, byte[] content) {
        if (scanner.isEmpty()) {
            return kind == FileKind.PDF ? FileRefusal.NO_SCANNER : null;
        }
        return switch (scanner.get().scan(content)) {
            case Verdict.Clean clean -> null;
            case Verdict.Infected infected -> {
                LOG.warn("A file was refused: the scanner found {}", printable(infected.signature()));
                yield FileRefusal.INFECTED;
            }
            case Verdict.Unavailable unavailable -> {
                LOG.error("No file can be let in: the scanner gives no verdict ({})", unavailable.why());
                yield FileRefusal.SCANNER_AWAY;
            }
        };
    }

    private Intake picture(String name, FileKind kind, byte[] content) {
        return switch (pictures.draw(kind, content)) {
            case Drawing.Broken broken -> new Refused(FileRefusal.BROKEN_PICTURE);
            case Drawing.TooManyPixels tooMany -> new Refused(FileRefusal.TOO_MANY_PIXELS);
            case Drawing.Done done -> {
                var preview = details(name, done.preview());
                yield new Accepted(
                        details(name, done.picture()),
                        done.picture().bytes(),
                        new Preview(preview, done.preview().bytes()));
            }
        };
    }

    private static FileDetails details(String name, Pictures.Picture picture) {
        return new FileDetails(
                called(name, picture.kind()),
                picture.kind(),
                picture.bytes().length,
                picture.width(),
                picture.height());
    }

    private static Intake asItIs(String name, FileKind kind, byte[] content) {
        return new Accepted(new FileDetails(called(name, kind), kind, content.length, 0, 0), content, null);
    }

    private static @Nullable FileKind kind(byte[] content) {
        if (startsWith(content, 0, 0xFF, 0xD8, 0xFF)) {
            return FileKind.JPEG;
        }
        if (startsWith(content, 0, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n')) {
            return FileKind.PNG;
        }
        if (startsWith(content, 0, '%', 'P', 'D', 'F', '-')) {
            return FileKind.PDF;
        }
        return isText(content) ? FileKind.TEXT : null;
    }

    private static boolean isOtherPicture(byte[] content) {
        return startsWith(content, 4, 'f', 't', 'y', 'p')
                || startsWith(content, 0, 'R', 'I', 'F', 'F') && startsWith(content, 8, 'W', 'E', 'B', 'P')
                || startsWith(content, 0, 'G', 'I', 'F', '8')
                || startsWith(content, 0, 'I', 'I', 0x2A, 0)
                || startsWith(content, 0, 'M', 'M', 0, 0x2A)
                || startsWith(content, 0, 'B', 'M');
    }

    private static boolean startsWith(byte[] content, int from, int... bytes) {
        if (content.length < from + bytes.length) {
            return false;
        }
        for (var place = 0; place < bytes.length; place++) {
            if ((content[from + place] & 0xFF) != bytes[place]) {
                return false;
            }
        }
        return true;
    }

    /// UTF-8 with nothing in it that is no character, line end or tab.
    private static boolean isText(byte[] content) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .chars()
                    .allMatch(character -> character >= ' ' && character != 0x7F
                            || character == '\n'
                            || character == '\r'
                            || character == '\t'
                            || character == '\f');
        } catch (CharacterCodingException binary) {
            return false;
        }
    }

    /// Without folders, control characters and what changes the direction of writing, and with the ending of what it
    /// is. A name of nothing stays empty: the page has a word for it.
    private static String called(String name, FileKind kind) {
        var base = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}\"<>|:*?]", "")
                .strip();
        var dot = base.lastIndexOf('.');
        var stem = (dot > 0 && base.length() - dot <= 6 ? base.substring(0, dot) : base).strip();
        if (stem.length() > LONGEST_NAME) {
            stem = stem.substring(0, stem.offsetByCodePoints(0, stem.codePointCount(0, LONGEST_NAME)));
        }
        return stem.isBlank() || stem.startsWith(".") ? "" : stem + "." + kind.extension();
    }

    private static String printable(String text) {
        return text.replaceAll("[^A-Za-z0-9._-]", "?");
    }
}
