package health.visavis.journey;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/// What microphones hear: somebody who says little. Chromium's own tone never ends, so each of five people would send
/// fifty packets a second to four others, which nobody's voice does.
final class Voice {

    private static final int SAMPLES_A_SECOND = 8_000;
    private static final int SECONDS = 3;
    private static final int SPOKEN = SAMPLES_A_SECOND / 5;
    private static final int LOUD = 12_000;
    private static final double HERTZ = 220;

    private Voice() {}

    /// A fifth of a second of tone, then silence: 16-bit PCM, played again and again.
    static Path file() {
        var samples = new byte[SAMPLES_A_SECOND * SECONDS * 2];
        for (int at = 0; at < SPOKEN; at++) {
            int level = (int) (LOUD * Math.sin(2 * Math.PI * HERTZ * at / SAMPLES_A_SECOND));
            samples[2 * at] = (byte) level;
            samples[2 * at + 1] = (byte) (level >> 8);
        }
        var format = new AudioFormat(SAMPLES_A_SECOND, 16, 1, true, false);
        try (var sound =
                new AudioInputStream(new ByteArrayInputStream(samples), format, SAMPLES_A_SECOND * (long) SECONDS)) {
            var file = Files.createTempFile("visavis-voice", ".wav");
            file.toFile().deleteOnExit();
            AudioSystem.write(sound, AudioFileFormat.Type.WAVE, file.toFile());
            return file;
        } catch (IOException problem) {
            throw new UncheckedIOException("The voice of the journeys could not be written", problem);
        }
    }
}
