package health.visavis.local.keystore;

import health.visavis.local.CannotStart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import java.util.function.Supplier;

/// A folder (0700) of secret files (0600). A file that others could read is refused: it may have been copied
/// already.
public final class KeyFolder {

    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

    private final Path path;
    private final SecureRandom random = new SecureRandom();

    private KeyFolder(Path path) {
        this.path = path;
    }

    public static KeyFolder at(Path path) {
        try {
            if (Files.notExists(path)) {
                Files.createDirectories(path.toAbsolutePath().getParent());
                Files.createDirectory(path);
                if (keepsPermissions(path)) {
                    Files.setPosixFilePermissions(path, FOLDER);
                }
            }
            refuseIfOthersMayRead(path, "chmod 700 " + path);
            return new KeyFolder(path);
        } catch (IOException e) {
            throw new CannotStart("The key folder " + path + " can not be used: " + e.getMessage(), e);
        }
    }

    public Path file(String name) {
        return path.resolve(name);
    }

    public boolean has(String name) {
        return Files.exists(file(name));
    }

    /// A password of 160 random bits, made when first asked for.
    public String password(String name) {
        return new String(secret(name, () -> HexFormat.of().formatHex(bytes(20)).getBytes()));
    }

    /// Where that password lies, as settings name it; the password is made when first asked for.
    public String passwordReference(String name) {
        password(name);
        return file(name).toUri().toString();
    }

    public byte[] secret(String name, Supplier<byte[]> first) {
        if (!has(name)) {
            write(name, first.get());
        }
        return read(name);
    }

    public byte[] read(String name) {
        var file = file(name);
        try {
            refuseIfOthersMayRead(file, "chmod 600 " + file);
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new CannotStart("The key file " + file + " can not be read: " + e.getMessage(), e);
        }
    }

    /// All or nothing: a half-written key file would lock the data away for ever.
    public void write(String name, byte[] content) {
        try {
            var draft = keepsPermissions(path)
                    ? Files.createTempFile(path, name, ".draft", PosixFilePermissions.asFileAttribute(FILE))
                    : Files.createTempFile(path, name, ".draft");
            try (var channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                channel.write(java.nio.ByteBuffer.wrap(content));
                channel.force(true);
            }
            Files.move(draft, file(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("The key file " + file(name) + " can not be written", e);
        }
    }

    /// What one process at a time does with this file: a second one waits. Nobody is kept from reading.
    <T> T alone(String name, Supplier<T> act) {
        synchronized (KeyFolder.class) {
            try (var channel = FileChannel.open(
                            file(name + ".lock"), StandardOpenOption.WRITE, StandardOpenOption.CREATE);
                    var held = channel.lock()) {
                return act.get();
            } catch (IOException e) {
                throw new UncheckedIOException("The key file " + file(name) + " can not be locked", e);
            }
        }
    }

    private byte[] bytes(int length) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static void refuseIfOthersMayRead(Path path, String remedy) throws IOException {
        if (!keepsPermissions(path)) {
            return;
        }
        var granted = Files.getPosixFilePermissions(path);
        if (granted.stream().anyMatch(permission -> !permission.name().startsWith("OWNER_"))) {
            throw new CannotStart(path + " holds keys, but other users of this machine can open it ("
                    + PosixFilePermissions.toString(granted) + "). If nobody has, close it with: " + remedy);
        }
    }

    private static boolean keepsPermissions(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
