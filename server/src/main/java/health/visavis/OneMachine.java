package health.visavis;

import health.visavis.fhir.ImportFhirCommand;
import health.visavis.local.CannotStart;
import health.visavis.local.audit.AuditCommand;
import health.visavis.local.calllist.CallListCommand;
import health.visavis.local.custody.CodesCommand;
import health.visavis.local.custody.CodesWords;
import health.visavis.local.custody.KeysCommand;
import health.visavis.local.custody.KeysWords;
import health.visavis.local.demo.LocalEdition;
import health.visavis.local.demo.LocalOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Scanner;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/// The commands of the one-machine edition. What cannot start says so in one sentence on standard error, and
/// exits with 1.
final class OneMachine {

    private static final List<String> COMMANDS =
            List.of("demo", "start", "import", "calllist", "audit", "keys", "codes");

    private static final Scanner PIPED = new Scanner(System.in, StandardCharsets.UTF_8);

    private OneMachine() {}

    static boolean isAskedFor(String[] words) {
        return words.length > 0 && COMMANDS.contains(words[0]);
    }

    static void run(String[] words) {
        // What starts before the application would log as it pleases; the console belongs to a few sentences.
        LoggingSystem.get(OneMachine.class.getClassLoader()).beforeInitialize();
        try {
            if (words[0].equals("calllist")) {
                openCallList(Arrays.asList(words).subList(1, words.length));
            } else if (words[0].equals("audit")) {
                System.exit(
                        new AuditCommand(System.out).run(Arrays.asList(words).subList(1, words.length)));
            } else if (words[0].equals("keys")) {
                System.exit(keys(KeysWords.of(Arrays.asList(words).subList(1, words.length))));
            } else if (words[0].equals("codes")) {
                System.exit(codes(CodesWords.of(Arrays.asList(words).subList(1, words.length))));
            } else if (words[0].equals("import")) {
                System.exit(takeIn(Arrays.asList(words).subList(1, words.length)));
            } else {
                serve(words[0], Arrays.asList(words).subList(1, words.length));
            }
        } catch (CannotStart sentence) {
            System.err.println(sentence.getMessage());
            System.exit(1);
        } catch (RuntimeException broken) {
            // The sign-in provider's threads would keep the process alive.
            System.err.println("Visavis could not start. The lines above say why.");
            System.exit(1);
        }
    }

    /// Stops in the opposite order of starting, whenever the process is told to: pages first, database last.
    private static void serve(String command, List<String> options) {
        var edition = LocalEdition.of(LocalOptions.of(command, options), System.out);
        var application = new Application();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            application.close();
            edition.close();
        }));
        edition.start();
        application.start(edition.properties());
        edition.announce();
    }

    /// Needs neither the database nor the application: it is for the hour in which they do not run.
    private static void openCallList(List<String> words) {
        new CallListCommand(OneMachine::asked, System.out, Clock.systemUTC()).run(words);
    }

    /// From a terminal without showing it; from a pipe as its next line.
    private static char[] asked(String question) {
        var console = System.console();
        if (console != null && console.isTerminal()) {
            var typed = console.readPassword("%s", question);
            return typed == null ? new char[0] : typed;
        }
        return PIPED.hasNextLine() ? PIPED.nextLine().toCharArray() : new char[0];
    }

    private static int takeIn(List<String> words) {
        if (words.size() < 2 || !words.getFirst().equals("fhir")) {
            throw new CannotStart("Visavis imports FHIR: import fhir PATH.");
        }
        var given = words.subList(2, words.size());
        var dry = given.contains("dry");
        var options = LocalOptions.of(
                "import", given.stream().filter(word -> !word.equals("dry")).toList());
        var application = new Application();
        try (var edition = LocalEdition.forCommand(options, System.out)) {
            return takeIn(Path.of(words.get(1)), dry, edition);
        } catch (IOException unreadable) {
            throw new CannotStart("The files could not be read: " + unreadable.getMessage(), unreadable);
        }
    }

    private static int keys(KeysWords words) {
        return inClinic(
                words.options(), context -> context.getBean(KeysCommand.class).run(words, System.out));
    }

    /// In a container of the platform the database is the one that its environment names.
    private static int codes(CodesWords words) {
        return BesideInstances.isHere()
                ? BesideInstances.run(
                        context -> context.getBean(CodesCommand.class).run(words, System.out))
                : inClinic(
                        words.options(),
                        context -> context.getBean(CodesCommand.class).run(words, System.out));
    }

    private static int inClinic(LocalOptions options, ToIntFunction<ConfigurableApplicationContext> command) {
        var data = options.folders().data();
        if (Files.notExists(data.resolve("postgres/PG_VERSION"))) {
            throw new CannotStart("There is no clinic in " + data + ". Say where it is: --data FOLDER.");
        }
        var application = new Application();
        try (var edition = LocalEdition.forCommand(options, System.out)) {
            try {
                return command.applyAsInt(application.startWithoutPages(edition.properties()));
            } finally {
                application.close();
            }
        }
    }

    /// The application ends before its database does.
    private static int takeIn(Path path, boolean dry, LocalEdition edition) throws IOException {
        var application = new Application();
        try {
            var context = application.startWithoutPages(edition.properties());
            return context.getBean(ImportFhirCommand.class).run(path, dry, System.out);
        } finally {
            application.close();
        }
    }

    /// The application's context, which may be told to stop while it still starts.
    private static final class Application {

        private volatile boolean stopped;
        private volatile @Nullable ConfigurableApplicationContext context;

        ConfigurableApplicationContext start(Map<String, Object> properties) {
            return start(new SpringApplication(VisavisApplication.class), properties);
        }

        /// For a command that nobody signs in to: only what it uses is made.
        ConfigurableApplicationContext startWithoutPages(Map<String, Object> properties) {
            return start(WithoutPages.application(), properties);
        }

        private ConfigurableApplicationContext start(SpringApplication application, Map<String, Object> properties) {
            application.setRegisterShutdownHook(false);
            application.setLogStartupInfo(false);
            application.addInitializers(starting -> starting.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource("one machine", properties)));
            try {
                var started = application.run();
                context = started;
                if (stopped) {
                    started.close();
                }
                return started;
            } catch (PortInUseException taken) {
                throw new CannotStart("Port " + taken.getPort()
                        + " is taken by another program. Stop that program, or choose another with --port PORT.");
            }
        }

        void close() {
            stopped = true;
            var running = context;
            if (running != null) {
                running.close();
            }
        }
    }
}
