package health.visavis.journey;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// One place that patients' data could run out to.
///
/// @param harmless words that it holds for certain: who does not find them there has not looked at it
record Sink(String name, String harmless, List<Piece> pieces) {

    private static final int BEGINNING = 1 << 12;

    Sink {
        pieces = List.copyOf(pieces);
    }

    /// A part of the place that has a name of its own, such as a column or a file.
    record Piece(String name, Content content) {

        static Piece of(String name, String text) {
            return new Piece(name, () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        }

        /// With lines that a calendar file breaks after 75 bytes as they were before (RFC 5545, 3.1); COPY writes the
        /// ends
        /// of lines as escapes.
        Piece unfolded() {
            return new Piece(name, () -> {
                try (var folded = content.open()) {
                    var text = new String(folded.readAllBytes(), StandardCharsets.UTF_8);
                    return new ByteArrayInputStream(text.replace("\\r\\n ", "").getBytes(StandardCharsets.UTF_8));
                }
            });
        }

        /// Empty when it went away meanwhile, as files of a database do.
        static Piece of(String name, Path file) {
            return new Piece(name, () -> {
                try {
                    return Files.newInputStream(file);
                } catch (NoSuchFileException gone) {
                    return InputStream.nullInputStream();
                }
            });
        }
    }

    interface Content {
        InputStream open() throws IOException;
    }

    static Sink of(String name, String harmless, String text) {
        return new Sink(name, harmless, List.of(Piece.of("all", text)));
    }

    /// Every file below the folder.
    static Sink ofFiles(String name, String harmless, Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return new Sink(
                    name,
                    harmless,
                    files.filter(Files::isRegularFile)
                            .map(file -> Piece.of(folder.relativize(file).toString(), file))
                            .toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// What lies in that part of the folder is another sink.
    Sink without(Path part) {
        return new Sink(
                name,
                harmless,
                pieces.stream()
                        .filter(piece -> !Path.of(piece.name()).startsWith(part))
                        .toList());
    }

    /// Of the first part that has something in it, its beginning, changed.
    Sink withCopyOfFirst(String name, UnaryOperator<String> change) {
        return new Sink(this.name, harmless, List.of(Piece.of(name, change.apply(beginning()))));
    }

    private String beginning() {
        for (var piece : pieces) {
            try (var content = piece.content().open()) {
                var bytes = content.readNBytes(BEGINNING);
                if (bytes.length > 0) {
                    return new String(bytes, StandardCharsets.ISO_8859_1);
                }
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return "";
    }

    boolean wasLookedAt() {
        var search = new TokenSearch(List.of(harmless));
        return pieces.stream().anyMatch(piece -> !found(search, piece).isEmpty());
    }

    static Set<String> found(TokenSearch search, Piece piece) {
        try (var content = piece.content().open()) {
            return search.in(content);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(piece.name(), unreadable);
        }
    }
}
