package health.visavis.local.postgres;

import health.visavis.local.CannotStart;
import health.visavis.local.Version;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Comparator;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/// The clinic's data folder, locked for us, and only if it is ours and not from the future.
public final class DataFolder implements AutoCloseable {

    private static final String STAMP = "visavis-data.properties";
    private static final String LOCK = "visavis.lock";
    private static final long MEGABYTE = 1024 * 1024;

    /// A new cluster takes 40 MB and its log 80; the rest is for a day of work.
    private static final long ROOM = 256 * MEGABYTE;

    private final Path path;
    private final FileChannel channel;

    private DataFolder(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    public static DataFolder open(Path path, Clock clock) {
        try {
            refuseAnothersFolder(path);
            Files.createDirectories(path);
            var folder = new DataFolder(path, lock(path));
            try {
                folder.checkStamp();
                refuseFullDisk(path, Files.getFileStore(path).getUsableSpace());
                folder.writeStamp(clock);
                return folder;
            } catch (RuntimeException | IOException e) {
                folder.close();
                throw e;
            }
        } catch (IOException e) {
            throw new CannotStart("The data folder " + path + " can not be used: " + e.getMessage(), e);
        }
    }

    /// Deletes a data folder, but only one that carries our stamp and that nobody uses.
    public static void delete(Path path) {
        if (Files.notExists(path)) {
            return;
        }
        try {
            refuseAnothersFolder(path);
            try (var lock = lock(path)) {
                PostgresServer.stopLeftover(path.resolve("postgres"));
                try (var files = Files.walk(path)) {
                    for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                        // The stamp goes last but the folder: a deletion cut short can be begun again.
                        if (!file.equals(path) && !file.equals(path.resolve(STAMP))) {
                            Files.delete(file);
                        }
                    }
                }
                Files.deleteIfExists(path.resolve(STAMP));
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new CannotStart("The data folder " + path + " can not be deleted: " + e.getMessage(), e);
        }
    }

    public Path postgres() {
        return path.resolve("postgres");
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// PostgreSQL would say it in many lines, and only in the middle of its work.
    static void refuseFullDisk(Path path, long free) {
        if (free < ROOM) {
            throw new CannotStart("Only " + free / MEGABYTE + " MB are free on the disk of the data folder " + path
                    + ", and " + ROOM / MEGABYTE
                    + " MB are wanted. Nothing was changed. Make room, or choose another folder with --data FOLDER.");
        }
    }

    private static void refuseAnothersFolder(Path path) throws IOException {
        if (Files.notExists(path) || Files.exists(path.resolve(STAMP))) {
            return;
        }
        if (!Files.isDirectory(path)) {
            throw new CannotStart(path + " is a file, not a folder. Choose a folder with --data FOLDER.");
        }
        try (var files = Files.list(path)) {
            if (files.anyMatch(file -> !file.endsWith(LOCK))) {
                throw new CannotStart("The folder " + path
                        + " is not empty and was not made by Visavis, so nothing in it was touched. "
                        + "Choose another with --data FOLDER.");
            }
        }
    }

    private static FileChannel lock(Path path) throws IOException {
        var channel = FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (tryLock(channel) == null) {
            channel.close();
            throw new CannotStart("The data folder " + path
                    + " is in use by another Visavis. Stop that one, choose another folder with "
                    + "--data FOLDER, or run a second instance beside it with --join.");
        }
        return channel;
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private void checkStamp() throws IOException {
        var stamp = stamp();
        var writtenBy =
                new Version(stamp.getProperty("visavis", Version.visavis().text()));
        if (writtenBy.isNewerThan(Version.visavis())) {
            throw new CannotStart("The data in " + path + " was last used by Visavis " + writtenBy
                    + ", which is newer than this one (" + Version.visavis()
                    + "). Nothing was changed. Start the newer version, or choose another folder with --data FOLDER.");
        }
        var cluster = path.resolve("postgres/PG_VERSION");
        var ours = Version.postgresql().major();
        if (Files.exists(cluster)) {
            var theirs = Integer.parseInt(Files.readString(cluster).strip());
            if (theirs != ours) {
                throw new CannotStart("The data in " + path + " belongs to PostgreSQL " + theirs
                        + ", and this Visavis brings PostgreSQL " + ours
                        + ". Nothing was changed. "
                        + (theirs > ours ? "Start the newer Visavis" : "Start the Visavis that wrote it")
                        + ", or choose another folder with --data FOLDER.");
            }
        }
    }

    private Properties stamp() throws IOException {
        var properties = new Properties();
        if (Files.exists(path.resolve(STAMP))) {
            try (var reader = Files.newBufferedReader(path.resolve(STAMP))) {
                properties.load(reader);
            }
        }
        return properties;
    }

    private void writeStamp(Clock clock) throws IOException {
        var stamp = stamp();
        stamp.putIfAbsent("created-at", clock.instant().toString());
        stamp.setProperty("visavis", Version.visavis().text());
        stamp.setProperty("postgresql", Version.postgresql().text());
        try (var writer = Files.newBufferedWriter(path.resolve(STAMP))) {
            stamp.store(writer, "The data of a Visavis clinic. Its keys lie in another folder.");
        }
    }
}
