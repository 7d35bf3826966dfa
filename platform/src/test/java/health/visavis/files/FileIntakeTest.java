package health.visavis.files;

import static org.assertj.core.api.Assertions.assertThat;

import health.visavis.files.FileScanner.Verdict;
import health.visavis.files.Intake.Accepted;
import health.visavis.files.Intake.Refused;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

class FileIntakeTest {

    private static final FileSettings SETTINGS =
            new FileSettings(DataSize.ofMegabytes(2), DataSize.ofMegabytes(200), "", Duration.ofSeconds(30));
    private static final byte[] PDF = "%PDF-1.7\n1 0 obj".getBytes(StandardCharsets.US_ASCII);

    private final FileIntake withoutScanner = new FileIntake(SETTINGS, Optional.empty());
    private final FileIntake withScanner = new FileIntake(SETTINGS, Optional.of(content -> new Verdict.Clean()));

    @Test
    void whereAPhotoWasTakenIsGone() {
        var photo = Photos.jpegFromCamera(400, 300, 1);
        assertThat(text(photo)).contains(Photos.PLACE);

        var accepted = accepted(withoutScanner, "arm.jpg", photo);

        assertThat(text(accepted.content())).doesNotContain(Photos.PLACE).doesNotContain("Exif");
        assertThat(text(accepted.preview().content())).doesNotContain(Photos.PLACE);
        assertThat(accepted.details())
                .isEqualTo(new FileDetails("arm.jpg", FileKind.JPEG, accepted.content().length, 400, 300));
    }

    /// Red lies left in the file; where it must be seen depends on how the camera was held.
    @ParameterizedTest
    @CsvSource({
        "1, LEFT",
        "2, RIGHT",
        "3, RIGHT",
        "4, LEFT",
        "5, TOP",
        "6, TOP",
        "7, BOTTOM",
        "8, BOTTOM",
        "0, LEFT",
        "9, LEFT"
    })
    void howTheCameraWasHeldIsApplied(int orientation, Side red) {
        var picture = picture(accepted(withoutScanner, "", Photos.jpegFromCamera(400, 200, orientation))
                .content());

        assertThat(picture.getWidth()).isEqualTo(red == Side.LEFT || red == Side.RIGHT ? 400 : 200);
        assertThat(isRed(picture, red)).as("red at the %s", red).isTrue();
        assertThat(isRed(picture, red.opposite())).as("red at the other side").isFalse();
    }

    @Test
    void aLargePictureIsMadeSmallerAndHasAPreview() {
        var accepted = accepted(withoutScanner, "large.png", Photos.png(7_000, 700));

        assertThat(accepted.details().width()).isEqualTo(3_072);
        assertThat(accepted.details().height()).isBetween(300, 310);
        assertThat(picture(accepted.preview().content()).getWidth()).isEqualTo(480);
        assertThat(accepted.preview().details().kind()).isEqualTo(FileKind.JPEG);
    }

    @Test
    void aPictureThatUnpacksToTooMuchIsRefusedBeforeItIsUnpacked() {
        assertThat(withoutScanner.look("bomb.png", Photos.pngThatSays(60_000, 60_000)))
                .isEqualTo(new Refused(FileRefusal.TOO_MANY_PIXELS));
    }

    @Test
    void aPictureThatCannotBeReadIsRefused() {
        var cut = Arrays.copyOf(Photos.jpeg(400, 300), 200);

        assertThat(withoutScanner.look("cut.jpg", cut)).isEqualTo(new Refused(FileRefusal.BROKEN_PICTURE));
        assertThat(withoutScanner.look("cut.png", Photos.pngThatSays(30, 30)))
                .isEqualTo(new Refused(FileRefusal.BROKEN_PICTURE));
    }

    @Test
    void whatAFileIsDependsOnWhatItHolds() {
        assertThat(accepted(withoutScanner, "page.html", Photos.png(10, 10))
                        .details()
                        .name())
                .isEqualTo("page.png");
        assertThat(withoutScanner.look("photo.jpg", new byte[] {'M', 'Z', 0, 1}))
                .isEqualTo(new Refused(FileRefusal.UNKNOWN_KIND));
        assertThat(accepted(withoutScanner, "letter.exe", "Hello\n".getBytes(StandardCharsets.UTF_8))
                        .details())
                .isEqualTo(new FileDetails("letter.txt", FileKind.TEXT, 6, 0, 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"RIFF1234WEBPVP8 ", "1234ftypheic", "GIF89a", "BM1234"})
    void aPictureOfAnotherFormatIsRefusedWithItsOwnAdvice(String head) {
        var content = Arrays.copyOf(head.getBytes(StandardCharsets.US_ASCII), 64);

        assertThat(withoutScanner.look("photo.jpg", content)).isEqualTo(new Refused(FileRefusal.OTHER_PICTURE));
    }

    @Test
    void aDocumentComesInOnlyWhereAScannerLooksAtIt() {
        assertThat(withoutScanner.look("letter.pdf", PDF)).isEqualTo(new Refused(FileRefusal.NO_SCANNER));
        assertThat(accepted(withScanner, "letter.pdf", PDF).content()).isEqualTo(PDF);
    }

    @Test
    void whatTheScannerFindsIsRefused() {
        try (var clamd = new FakeClamd()) {
            var intake = new FileIntake(SETTINGS, Optional.of(ClamdScannerTest.scannerAt(clamd)));

            assertThat(intake.look("note.txt", FakeClamd.EICAR)).isEqualTo(new Refused(FileRefusal.INFECTED));
            assertThat(accepted(intake, "letter.pdf", PDF).details().kind()).isEqualTo(FileKind.PDF);
        }
    }

    @Test
    void noVerdictMeansNo() {
        var intake = new FileIntake(SETTINGS, Optional.of(content -> new Verdict.Unavailable("away")));

        assertThat(intake.look("arm.jpg", Photos.jpeg(10, 10))).isEqualTo(new Refused(FileRefusal.SCANNER_AWAY));
    }

    @Test
    void theSizeHasALimit() {
        assertThat(withoutScanner.look("empty.txt", new byte[0])).isEqualTo(new Refused(FileRefusal.EMPTY));
        assertThat(withoutScanner.look("large.txt", new byte[(2 << 20) + 1]))
                .isEqualTo(new Refused(FileRefusal.TOO_LARGE));
    }

    @ParameterizedTest
    @CsvSource({
        "../../etc/passwd, passwd.txt",
        "C:\\Users\\pat\\note.txt, note.txt",
        "'a\u202Egpj.txt', agpj.txt",
        "'a\r\nSet-Cookie: b.txt', aSet-Cookie b.txt",
        "lab.results.2026, lab.results.txt",
        ".txt, ''",
        "'', ''",
        "Año nuevo.txt, Año nuevo.txt"
    })
    void aNameIsOnlyAName(String sent, String kept) {
        var accepted = accepted(withoutScanner, sent, "Hello".getBytes(StandardCharsets.UTF_8));

        assertThat(accepted.details().name()).isEqualTo(kept);
    }

    @Test
    void detailsAreReadAsTheyWereWritten() {
        var details = new FileDetails("a|b.png", FileKind.PNG, 7, 3, 4);

        assertThat(FileDetails.read(details.written())).isEqualTo(details);
        assertThat(details.toString()).doesNotContain("a|b");
    }

    private enum Side {
        LEFT,
        RIGHT,
        TOP,
        BOTTOM;

        Side opposite() {
            return switch (this) {
                case LEFT -> RIGHT;
                case RIGHT -> LEFT;
                case TOP -> BOTTOM;
                case BOTTOM -> TOP;
            };
        }
    }

    private static boolean isRed(BufferedImage picture, Side side) {
        var width = picture.getWidth();
        var height = picture.getHeight();
        var color = new Color(
                switch (side) {
                    case LEFT -> picture.getRGB(10, height / 2);
                    case RIGHT -> picture.getRGB(width - 10, height / 2);
                    case TOP -> picture.getRGB(width / 2, 10);
                    case BOTTOM -> picture.getRGB(width / 2, height - 10);
                });
        return color.getRed() > 200 && color.getBlue() < 60;
    }

    private static Accepted accepted(FileIntake intake, String name, byte[] content) {
        var intook = intake.look(name, content);
        assertThat(intook).isInstanceOf(Accepted.class);
        return (Accepted) intook;
    }

    private static BufferedImage picture(byte[] content) {
        try {
            return ImageIO.read(new ByteArrayInputStream(content));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.ISO_8859_1);
    }
}
