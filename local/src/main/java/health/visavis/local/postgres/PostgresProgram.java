package health.visavis.local.postgres;

import health.visavis.local.CannotStart;
import health.visavis.local.Version;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// PostgreSQL's own programs, unpacked once per version into the user's cache folder.
final class PostgresProgram {

    private final Path folder;

    private PostgresProgram(Path folder) {
        this.folder = folder;
    }

    static PostgresProgram unpacked() {
        var archive = "postgres-" + system() + "-" + machine() + ".txz";
        var folder = cache().resolve("postgresql-" + Version.postgresql() + "-" + system() + "-" + machine());
        try {
            if (Files.notExists(folder)) {
                unpack(archive, folder);
            }
            return new PostgresProgram(folder);
        } catch (IOException e) {
            throw new CannotStart("PostgreSQL can not be unpacked into " + folder + ": " + e.getMessage(), e);
        }
    }

    /// Runs one of the programs to its end and returns what it printed. The output goes through a file, because a
    /// server that the program leaves running would hold a pipe open for ever.
    Answer run(String program, List<String> arguments) {
        var command = new ArrayList<>(prefix());
        command.add(folder.resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        try {
            var output = Files.createTempFile("visavis-" + program, ".txt");
            try {
                var process = new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
                if (!process.waitFor(120, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                    throw new CannotStart("PostgreSQL's " + program + " did not end within two minutes.");
                }
                return new Answer(process.exitValue(), Files.readString(output).strip());
            } finally {
                Files.deleteIfExists(output);
            }
        } catch (IOException e) {
            throw new CannotStart("PostgreSQL's " + program + " can not be run: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("Interrupted while PostgreSQL's " + program + " was running.", e);
        }
    }

    record Answer(int status, String text) {

        boolean failed() {
            return status != 0;
        }
    }

    /// PostgreSQL refuses to run as root. In a user namespace of its own the same user is nobody, and still
    /// owns the files.
    private static List<String> prefix() {
        var root = "root".equals(System.getProperty("user.name")) && system().equals("linux");
        return root ? List.of("unshare", "--user") : List.of();
    }

    private static void unpack(String archive, Path folder) throws IOException {
        Files.createDirectories(folder.getParent());
        var draft = Files.createTempDirectory(folder.getParent(), "unpacking");
        try (var resource = PostgresProgram.class.getResourceAsStream("/" + archive)) {
            if (resource == null) {
                throw new CannotStart(
                        "This build of Visavis carries no PostgreSQL for " + system() + " on " + machine() + ".");
            }
            try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(resource)))) {
                for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    unpack(tar, entry, draft);
                }
            }
        }
        try {
            Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (Files.notExists(folder)) {
                throw e;
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path folder) throws IOException {
        var target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("the archive points outside its folder");
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, target);
            if ((entry.getMode() & 0100) != 0
                    && folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
    }

    private static Path cache() {
        var named = System.getenv("XDG_CACHE_HOME");
        var root =
                named == null || named.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(named);
        return root.resolve("visavis");
    }

    private static String system() {
        var name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return name.startsWith("mac") ? "darwin" : name.startsWith("windows") ? "windows" : "linux";
    }

    private static String machine() {
        return switch (System.getProperty("os.arch")) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> System.getProperty("os.arch");
        };
    }
}
