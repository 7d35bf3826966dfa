package health.visavis.local.demo;

import health.visavis.local.CannotStart;
import health.visavis.local.LocalFolders;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a person asked for on the command line.
///
/// @param importFrom a folder of FHIR files that the demo brings in behind the scenes
/// @param edge the port of an edge in front, at which people come; nothing else of the pages is reached without it
/// @param simulator the program that stands in for Azure Communication Services, when visits are held on it
public record LocalOptions(
        Use use,
        LocalFolders folders,
        Ports ports,
        Set<Flag> flags,
        @Nullable Integer edge,
        @Nullable Path importFrom,
        @Nullable Path simulator) {

    public LocalOptions {
        flags = flags.isEmpty() ? Set.of() : Set.copyOf(flags);
    }

    public enum Use {
        /// Invented people, passwords printed, the mailbox open.
        DEMO,
        /// One's own clinic, with one administrator.
        CLINIC
    }

    public enum Flag {
        LAN,
        FRESH,
        JOIN,
        EMPTY
    }

    /// @param database 0 for any that is free
    public record Ports(int application, int signIn, int database) {}

    /// Reads `demo` or `start` with their options. `import`, `audit`, `keys` and `codes` work on the
    /// demo while that runs, else on the clinic.
    public static LocalOptions of(String command, List<String> options) {
        return new Reading(useOf(command), options).result();
    }

    boolean has(Flag flag) {
        return flags.contains(flag);
    }

    private static Use useOf(String command) {
        return switch (command) {
            case "demo" -> Use.DEMO;
            case "start" -> Use.CLINIC;
            case "import", "audit", "keys", "codes" -> RunningEdition.isIn(usualData(Use.DEMO)) ? Use.DEMO : Use.CLINIC;
            default ->
                throw new CannotStart("Visavis does not know '" + command + "'. It starts with 'demo' or 'start'.");
        };
    }

    /// The demo's data lies where it was started, a clinic's in the home of its owner.
    static Path usualData(Use use) {
        return switch (use) {
            case DEMO -> Path.of(".visavis", "demo");
            case CLINIC -> Path.of(System.getProperty("user.home"), ".local", "share", "visavis", "clinic");
        };
    }

    private static final class Reading {

        private final Use use;
        private final ArrayDeque<String> left;
        private final EnumSet<Flag> flags = EnumSet.noneOf(Flag.class);
        private @Nullable Path data;
        private @Nullable Path keys;
        private @Nullable Path importFrom;
        private @Nullable Path simulator;
        private boolean simulated;
        private @Nullable Integer port;
        private @Nullable Integer edge;
        private @Nullable Integer signInPort;
        private int databasePort;

        private Reading(Use use, List<String> options) {
            this.use = use;
            this.left = new ArrayDeque<>(options);
        }

        private LocalOptions result() {
            while (!left.isEmpty()) {
                read(left.removeFirst());
            }
            if (flags.contains(Flag.FRESH) && flags.contains(Flag.JOIN)) {
                throw new CannotStart("--fresh would delete what --join wants to take part in: give one of them.");
            }
            if (simulated && flags.contains(Flag.JOIN)) {
                throw new CannotStart("--join takes part in what runs already, where no simulator is shared:"
                        + " leave --engine acs-simulator out, of both.");
            }
            if (simulated && simulator == null) {
                throw new CannotStart("--engine acs-simulator needs the simulator's program: --simulator FILE.");
            }
            if (edge != null && (flags.contains(Flag.LAN) || flags.contains(Flag.JOIN) || simulated)) {
                throw new CannotStart("--edge is for this machine alone and tells those who join it: give it without"
                        + " --lan, --join and --engine acs-simulator.");
            }
            var folder = data == null ? usualData(use) : data;
            var folders = keys == null ? LocalFolders.besides(folder) : new LocalFolders(folder, keys);
            return new LocalOptions(use, folders, ports(), flags, edge, importFrom, simulated ? simulator : null);
        }

        private Ports ports() {
            var usual = flags.contains(Flag.LAN) ? 8443 : 8080;
            var application = port != null ? port : flags.contains(Flag.JOIN) ? usual + 2 : usual;
            return new Ports(application, signInPort != null ? signInPort : usual + 1, databasePort);
        }

        private void read(String option) {
            switch (option) {
                case "--lan" -> flags.add(Flag.LAN);
                case "--fresh" -> flags.add(Flag.FRESH);
                case "--empty" -> flags.add(Flag.EMPTY);
                case "--join" -> {
                    flags.add(Flag.JOIN);
                    if (!left.isEmpty() && !left.getFirst().startsWith("--")) {
                        data = Path.of(left.removeFirst());
                    }
                }
                case "--data" -> data = Path.of(value(option));
                case "--keys" -> keys = Path.of(value(option));
                case "--import" -> importFrom = Path.of(value(option));
                case "--engine" -> simulated = isSimulator(value(option));
                case "--simulator" -> simulator = Path.of(value(option));
                case "--port" -> port = portNumber(option);
                case "--edge" -> edge = portNumber(option);
                case "--signin-port" -> signInPort = portNumber(option);
                case "--database-port" -> databasePort = portNumber(option);
                default -> throw new CannotStart("Visavis does not know the option " + option + ".");
            }
        }

        private static boolean isSimulator(String engine) {
            return switch (engine) {
                case "direct" -> false;
                case "acs-simulator" -> true;
                default ->
                    throw new CannotStart(
                            "There is no engine '" + engine + "' here: --engine direct or --engine acs-simulator.");
            };
        }

        private String value(String option) {
            if (left.isEmpty() || left.getFirst().startsWith("--")) {
                throw new CannotStart(option + " wants a value after it.");
            }
            return left.removeFirst();
        }

        private int portNumber(String option) {
            var value = value(option);
            try {
                var number = Integer.parseInt(value);
                if (number > 0 && number < 65_536) {
                    return number;
                }
            } catch (NumberFormatException e) {
                // said below
            }
            throw new CannotStart(option + " wants a port number between 1 and 65535, not " + value + ".");
        }
    }
}
