package health.visavis.local.calllist;

import health.visavis.calllist.CallList;
import health.visavis.calllist.RecoveryKey;
import health.visavis.calllist.SealedCallList;
import health.visavis.local.CannotStart;
import health.visavis.local.LocalFolders;
import health.visavis.local.keystore.FileKeyVault;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `calllist FILE|FOLDER [--keys FOLDER] [--html FILE]` and `calllist key FOLDER`.
public final class CallListCommand {

    /// Asks the person at the keyboard, without showing what they type.
    @FunctionalInterface
    public interface Passphrase {

        char[] ask(String question);
    }

    private static final String WRONG =
            "The passphrase does not open this list. Mind capitals and blanks, and try again.";

    private final Passphrase passphrase;
    private final PrintStream out;
    private final Clock clock;

    public CallListCommand(Passphrase passphrase, PrintStream out, Clock clock) {
        this.passphrase = passphrase;
        this.out = out;
        this.clock = clock;
    }

    /// @throws CannotStart with the sentence to show, when it cannot be done
    public void run(List<String> words) {
        if (words.isEmpty()) {
            throw new CannotStart(
                    "Which list? calllist FILE or FOLDER; or 'calllist key FOLDER' to make a passphrase.");
        }
        try {
            if (words.getFirst().equals("key")) {
                makeKey(words.subList(1, words.size()));
            } else {
                show(Path.of(words.getFirst()), words.subList(1, words.size()));
            }
        } catch (IOException unreadable) {
            throw new CannotStart("The call list could not be read or written: " + unreadable.getMessage(), unreadable);
        }
    }

    private void makeKey(List<String> words) throws IOException {
        if (words.size() != 1) {
            throw new CannotStart("Where does the list lie? calllist key FOLDER.");
        }
        var folder = Path.of(words.getFirst());
        Files.createDirectories(folder);
        var file = folder.resolve(RecoveryKey.FILE);
        if (Files.exists(file)) {
            throw new CannotStart(file + " is there already. Lists are sealed for its passphrase; to choose another, "
                    + "move that file away first. Lists that were written before still open with the old one.");
        }
        var first = passphrase.ask("Passphrase of the call list (at least " + RecoveryKey.SHORTEST_PASSPHRASE
                + " letters; four or more words are good): ");
        var again = passphrase.ask("The same passphrase again: ");
        try {
            if (!Arrays.equals(first, again)) {
                throw new CannotStart("The two are not the same. Nothing was made.");
            }
            if (first.length < RecoveryKey.SHORTEST_PASSPHRASE) {
                throw new CannotStart("That is too short: at least " + RecoveryKey.SHORTEST_PASSPHRASE
                        + " letters. Nothing was made.");
            }
            write(file, written(RecoveryKey.make(first)));
        } finally {
            Arrays.fill(first, ' ');
            Arrays.fill(again, ' ');
        }
        out.println("Made " + file + ". From the next list on, the passphrase opens it, without this machine's keys.");
        out.println("Keep the passphrase where it is found when the platform is down: on paper, in the clinic's safe.");
    }

    private void show(Path where, List<String> options) throws IOException {
        var keys = option(options, "--keys").map(Path::of).or(() -> keysBeside(where));
        var html = option(options, "--html").map(Path::of);
        var file = Files.isDirectory(where) ? where.resolve(SealedCallList.FILE) : where;
        if (Files.notExists(file)) {
            throw new CannotStart("There is no call list at " + file + ".");
        }
        try {
            var sealed = SealedCallList.read(Files.readString(file));
            var list = open(sealed, keys);
            var printed = new PrintedCallList(list, clock.instant());
            if (html.isPresent()) {
                write(html.get(), printed.html());
                out.println("Written to " + html.get() + ". It is readable now: print it, then delete it.");
            } else {
                out.print(printed.text());
            }
        } catch (SealedCallList.Broken broken) {
            throw new CannotStart(file + " is no call list, or it was changed. Take another copy of it.", broken);
        } catch (SealedCallList.WrongPassphrase wrong) {
            throw new CannotStart(WRONG, wrong);
        }
    }

    /// The clinic's own keys first: nobody has to remember anything then.
    private CallList open(SealedCallList sealed, Optional<Path> keys) {
        if (keys.isPresent() && Files.isDirectory(keys.get())) {
            var list = sealed.open(FileKeyVault.in(keys.get()));
            if (list.isPresent()) {
                return list.get();
            }
        }
        if (!sealed.hasRecoveryKey()) {
            throw new CannotStart("This list opens only with the clinic's keys: name their folder with --keys FOLDER. "
                    + "(No passphrase had been made when it was written; 'calllist key FOLDER' makes one.)");
        }
        var typed = passphrase.ask("Passphrase of the call list: ");
        try {
            return sealed.open(typed);
        } finally {
            Arrays.fill(typed, ' ');
        }
    }

    /// The list usually lies in a folder of the data, whose keys lie beside it.
    private static Optional<Path> keysBeside(Path where) {
        var folder = Files.isDirectory(where)
                ? where.toAbsolutePath()
                : where.toAbsolutePath().getParent();
        var data = folder == null ? null : folder.normalize().getParent();
        return data == null || data.getFileName() == null
                ? Optional.empty()
                : Optional.of(LocalFolders.besides(data).keys());
    }

    private static String written(RecoveryKey key) throws IOException {
        var text = new StringWriter();
        key.written().store(text, "Recovery key of a Visavis call list. Worth nothing without its passphrase.");
        return text.toString();
    }

    /// Never over something that is there, and readable by its owner only from the first moment.
    private static void write(Path file, String content) throws IOException {
        try {
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            } else {
                Files.createFile(file);
            }
        } catch (FileAlreadyExistsException there) {
            throw new CannotStart(file + " is there already. Choose another name, or delete it first.", there);
        }
        Files.writeString(file, content, StandardOpenOption.WRITE);
    }

    private static Optional<String> option(List<String> options, String name) {
        var at = options.indexOf(name);
        @Nullable String value = at >= 0 && at + 1 < options.size() ? options.get(at + 1) : null;
        return Optional.ofNullable(value);
    }
}
