package health.visavis.files;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.concurrent.Semaphore;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// Draws pictures anew: what leaves here holds pixels and nothing else. Where it was taken, with what, and whatever
/// hid between the pixels are gone; how the camera was held has been applied.
///
/// How large a picture says it is, is read before any of its pixels: a few kilobytes can unpack to gigabytes. Pictures
/// are drawn two at a time, so that ten who send photos at once do not need the memory of ten.
final class Pictures {

    sealed interface Drawing {

        record Done(Picture picture, Picture preview) implements Drawing {}

        record TooManyPixels() implements Drawing {}

        record Broken() implements Drawing {}
    }

    record Picture(FileKind kind, byte[] bytes, int width, int height) {}

    /// A telephone of today takes 50 million.
    private static final long PIXELS_AT_MOST = 52_000_000;
    private static final int LONGEST_EDGE = 3_072;
    private static final int PREVIEW_EDGE = 480;
    private static final int PNG_AT_MOST = 4 << 20;
    private static final float QUALITY = 0.87f;

    private final Semaphore drawing = new Semaphore(2);

    Drawing draw(FileKind kind, byte[] content) {
        drawing.acquireUninterruptibly();
        try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
            var readers = readers(kind);
            if (!readers.hasNext()) {
                return new Drawing.Broken();
            }
            var reader = readers.next();
            try {
                reader.setInput(input, true, true);
                return draw(kind, content, reader);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException broken) {
            // Readers answer a picture that is none with exceptions of many kinds.
            return new Drawing.Broken();
        } finally {
            drawing.release();
        }
    }

    private static Drawing draw(FileKind kind, byte[] content, ImageReader reader) throws IOException {
        long width = reader.getWidth(0);
        long height = reader.getHeight(0);
        if (width * height > PIXELS_AT_MOST) {
            return new Drawing.TooManyPixels();
        }
        var orientation = kind == FileKind.JPEG ? Orientation.of(content) : Orientation.UPRIGHT;
        var parameters = reader.getDefaultReadParam();
        var every = (int) Math.max(1, Math.max(width, height) / LONGEST_EDGE);
        parameters.setSourceSubsampling(every, every, 0, 0);
        var upright = upright(reader.read(0, parameters), orientation);
        var picture = within(upright, LONGEST_EDGE);
        return new Drawing.Done(written(kind, picture), jpeg(within(picture, PREVIEW_EDGE)));
    }

    private static Iterator<ImageReader> readers(FileKind kind) {
        return ImageIO.getImageReadersByFormatName(kind == FileKind.PNG ? "png" : "jpeg");
    }

    /// On white, as on paper, where the picture is transparent.
    private static BufferedImage upright(BufferedImage raw, Orientation orientation) {
        var width = orientation.isSideways() ? raw.getHeight() : raw.getWidth();
        var height = orientation.isSideways() ? raw.getWidth() : raw.getHeight();
        var upright = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = upright.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, height);
        pen.drawImage(raw, orientation.upright(raw.getWidth(), raw.getHeight()), null);
        pen.dispose();
        return upright;
    }

    /// Halved until the last step is less than a half: one large step would drop pixels.
    private static BufferedImage within(BufferedImage picture, int edge) {
        var now = picture;
        while (Math.max(now.getWidth(), now.getHeight()) > edge) {
            var longest = Math.max(now.getWidth(), now.getHeight());
            var next = Math.max(edge, (longest + 1) / 2);
            now = scaled(now, (double) next / longest);
        }
        return now;
    }

    private static BufferedImage scaled(BufferedImage picture, double factor) {
        var width = Math.max(1, (int) Math.round(picture.getWidth() * factor));
        var height = Math.max(1, (int) Math.round(picture.getHeight() * factor));
        var scaled = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = scaled.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(picture, 0, 0, width, height, null);
        pen.dispose();
        return scaled;
    }

    /// A drawing or a screenshot stays as sharp as it was; a photo that somebody saved as PNG becomes a JPEG.
    private static Picture written(FileKind kind, BufferedImage picture) throws IOException {
        if (kind == FileKind.PNG) {
            var bytes = new ByteArrayOutputStream();
            try (var output = new MemoryCacheImageOutputStream(bytes)) {
                ImageIO.write(picture, "png", output);
            }
            if (bytes.size() <= PNG_AT_MOST) {
                return new Picture(FileKind.PNG, bytes.toByteArray(), picture.getWidth(), picture.getHeight());
            }
        }
        return jpeg(picture);
    }

    private static Picture jpeg(BufferedImage picture) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (var output = new MemoryCacheImageOutputStream(bytes)) {
            var parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(QUALITY);
            writer.setOutput(output);
            writer.write(null, new IIOImage(picture, null, null), parameters);
        } finally {
            writer.dispose();
        }
        return new Picture(FileKind.JPEG, bytes.toByteArray(), picture.getWidth(), picture.getHeight());
    }
}
