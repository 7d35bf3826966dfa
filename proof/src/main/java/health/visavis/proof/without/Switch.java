package health.visavis.proof.without;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/// What is left out now, as a file says, and how often each part was, as another file tells.
public final class Switch {

    /// Names the file to the application.
    public static final String SETTING = "visavis.proof.without";

    private static final long LOOKS_EVERY_MILLIS = 20;

    private final Map<Part, LongAdder> leftOut = new EnumMap<>(Part.class);
    private final Path file;
    private volatile String said = "";
    private volatile Set<Part> parts = Set.of();

    private Switch(Path file) {
        this.file = file;
        Arrays.stream(Part.values()).forEach(part -> leftOut.put(part, new LongAdder()));
    }

    static Switch of(Path file) {
        var made = new Switch(file);
        Thread.ofPlatform().daemon().name("what-is-left-out").start(made::look);
        return made;
    }

    /// Where the application tells that it has done what the file says: the same words, and then the counts.
    public static Path answerTo(Path file) {
        return file.resolveSibling(file.getFileName() + ".done");
    }

    boolean leavesOut(Part part) {
        if (!parts.contains(part)) {
            return false;
        }
        Objects.requireNonNull(leftOut.get(part)).increment();
        return true;
    }

    private void look() {
        try {
            while (true) {
                var words = Files.exists(file) ? Files.readString(file).strip() : "";
                if (!words.equals(said)) {
                    parts = parts(words.substring(words.indexOf(' ') + 1));
                    said = words;
                    answer(words);
                }
                Thread.sleep(LOOKS_EVERY_MILLIS);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(String words) throws IOException {
        var counts = leftOut.entrySet().stream()
                .map(one -> one.getKey() + "=" + one.getValue())
                .collect(Collectors.joining(" "));
        var being = file.resolveSibling(file.getFileName() + ".being-written");
        Files.writeString(being, words + "\n" + counts + "\n");
        Files.move(being, answerTo(file), StandardCopyOption.ATOMIC_MOVE);
    }

    private static Set<Part> parts(String names) {
        var parts = EnumSet.noneOf(Part.class);
        Arrays.stream(names.split(","))
                .filter(name -> !name.equals("nothing"))
                .map(Part::valueOf)
                .forEach(parts::add);
        return parts;
    }
}
