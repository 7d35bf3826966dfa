package health.visavis.local.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/// What a running server says about itself in `postmaster.pid`: the process on line 1, the port on line 4, its
/// state on line 8.
record PostmasterFile(long process, int port, boolean ready) {

    static Optional<PostmasterFile> of(Path cluster) {
        try {
            var lines = Files.readAllLines(cluster.resolve("postmaster.pid"));
            if (lines.size() < 4) {
                return Optional.empty();
            }
            var ready = lines.size() > 7 && lines.get(7).strip().equals("ready");
            return Optional.of(new PostmasterFile(
                    Long.parseLong(lines.get(0).strip()),
                    Integer.parseInt(lines.get(3).strip()),
                    ready));
        } catch (NoSuchFileException | NumberFormatException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /// A pid can have been given to another program since: only a live `postgres` counts.
    boolean isAlive() {
        return ProcessHandle.of(process)
                .filter(ProcessHandle::isAlive)
                .flatMap(found -> found.info().command())
                .filter(command -> command.contains("postgres"))
                .isPresent();
    }
}
