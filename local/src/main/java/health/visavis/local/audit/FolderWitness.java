package health.visavis.local.audit;

import health.visavis.audit.CheckpointWitness;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A folder to which files are only added, each of them read-only from its first moment. What keeps its owner from
/// removing them is where the folder lies: on another machine, on a medium that is written once, or under
/// `chattr +a`.
public final class FolderWitness implements CheckpointWitness {

    private static final String HALF_WRITTEN = ".part";

    private final Path folder;

    public FolderWitness(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    @Override
    public String name() {
        return folder.toString();
    }

    @Override
    public void put(String name, byte[] content) {
        var file = file(name);
        try {
            Files.createDirectories(folder);
            var kept = read(file);
            if (kept.isEmpty()) {
                kept = add(file, content) ? Optional.of(content) : read(file);
            }
            if (kept.isEmpty() || !Arrays.equals(kept.get(), content)) {
                throw new WitnessDisagrees(name(), name);
            }
        } catch (IOException unwritable) {
            throw new WitnessAway("cannot write", unwritable);
        }
    }

    @Override
    public Optional<byte[]> get(String name) {
        try {
            return read(file(name));
        } catch (IOException unreadable) {
            throw new WitnessAway("cannot read", unreadable);
        }
    }

    @Override
    public List<String> names() {
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.endsWith(HALF_WRITTEN))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new WitnessAway("cannot read", unreadable);
        }
    }

    /// Whole or not at all, and never over another: a link, unlike a move, refuses a name that is taken.
    private boolean add(Path file, byte[] content) throws IOException {
        var draft = Files.createTempFile(folder, file.getFileName().toString(), HALF_WRITTEN);
        try {
            Files.write(draft, content, StandardOpenOption.SYNC);
            if (draft.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("r--------"));
            }
            Files.createLink(file, draft);
            return true;
        } catch (FileAlreadyExistsException another) {
            return false;
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static Optional<byte[]> read(Path file) throws IOException {
        try {
            return Optional.of(Files.readAllBytes(file));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
    }

    private Path file(String name) {
        if (!name.matches("[A-Za-z0-9-][A-Za-z0-9.-]*") || name.endsWith(HALF_WRITTEN)) {
            throw new IllegalArgumentException("not a name of letters, digits, dots and dashes");
        }
        return folder.resolve(name);
    }
}
