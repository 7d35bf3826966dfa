package health.visavis.proof.running;

import health.visavis.proof.http.OneTimeCode;
import health.visavis.proof.http.SignIn;
import health.visavis.proof.http.WebSession;
import health.visavis.proof.without.Part;
import health.visavis.proof.without.Switch;
import health.visavis.proof.without.WithoutParts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The built server with a clinic of its own: folders and ports that nobody else uses, the same for each start.
public final class Visavis {

    private static final String LEFT_OUT = "left-out";

    private final Path folder;
    private final List<String> jvm;
    private final List<String> settings;
    private final List<String> options;
    private final int port = Workplace.freePort();
    private final int signInPort = Workplace.freePort();
    private int changes;

    private Visavis(Path folder, List<String> jvm, List<String> settings, List<String> options) {
        this.folder = folder;
        this.jvm = jvm;
        this.settings = settings;
        this.options = options;
    }

    /// Started as the demo starts: quickly and small. Settings are `name=value`.
    public static Visavis forADemo(String name, String... settings) {
        return new Visavis(Workplace.emptyFolder(name), Workplace.demoJvm(), List.of(settings), List.of());
    }

    /// A demo that holds its visits on the simulator of Azure Communication Services.
    public static Visavis onASimulatedVendor(String name, String... settings) {
        return new Visavis(
                Workplace.emptyFolder(name),
                Workplace.demoJvm(),
                List.of(settings),
                List.of(
                        "--engine",
                        "acs-simulator",
                        "--simulator",
                        Workplace.built().resolve("simulator.jar").toString()));
    }

    /// Started for a clinic's day: with the optimising compiler.
    public static Visavis forADay(String name) {
        return new Visavis(Workplace.emptyFolder(name), Workplace.clinicJvm(), List.of(), List.of());
    }

    /// As [#forADay], with parts that can be left out while it runs: [#leaveOut].
    public static Visavis inParts(String name) {
        var folder = Workplace.emptyFolder(name);
        return new Visavis(
                folder,
                Workplace.clinicJvm(),
                List.of(
                        "spring.main.sources=" + WithoutParts.class.getName(),
                        Switch.SETTING + "=" + folder.resolve(LEFT_OUT)),
                List.of());
    }

    /// Answers when the application has done so.
    public void leaveOut(Set<Part> parts) throws InterruptedException {
        var file = folder.resolve(LEFT_OUT);
        changes++;
        var words = changes + " "
                + (parts.isEmpty()
                        ? "nothing"
                        : parts.stream().sorted().map(Part::name).collect(Collectors.joining(",")));
        try {
            Files.writeString(file.resolveSibling(LEFT_OUT + ".new"), words);
            Files.move(file.resolveSibling(LEFT_OUT + ".new"), file, StandardCopyOption.ATOMIC_MOVE);
            while (!said().getFirst().equals(words)) {
                Thread.sleep(10);
            }
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }

    /// How often each part was left out so far.
    public Map<Part, Long> leftOut() {
        try {
            return Arrays.stream(said().getLast().split(" "))
                    .map(count -> count.split("="))
                    .collect(Collectors.toMap(count -> Part.valueOf(count[0]), count -> Long.valueOf(count[1])));
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }

    private List<String> said() throws IOException {
        var answer = Switch.answerTo(folder.resolve(LEFT_OUT));
        return Files.exists(answer) ? Files.readAllLines(answer) : List.of("");
    }

    /// A command of the same clinic, to its end.
    public void command(List<String> words) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(Workplace.java()));
        command.addAll(Workplace.clinicJvm());
        command.addAll(List.of("-jar", Workplace.built().resolve("visavis.jar").toString()));
        command.addAll(words);
        command.addAll(folders());
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        System.out.print(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        if (process.waitFor() != 0) {
            throw new IllegalStateException(String.join(" ", words) + " ended with " + process.exitValue());
        }
    }

    public Running start() {
        var command = command(port, List.of());
        command.addAll(List.of("--signin-port", Integer.toString(signInPort)));
        command.addAll(options);
        return Running.start(command, firstPage(port), folder.resolve("visavis.log"))
                .alsoServing(firstPage(signInPort).resolve("/.well-known/openid-configuration"));
    }

    /// A second instance on the same database.
    public Running join() {
        return join(List.of());
    }

    /// @param ofThisInstance settings, `name=value`, of this instance only
    public Running join(List<String> ofThisInstance) {
        int second = Workplace.freePort();
        var command = command(second, ofThisInstance);
        command.add("--join");
        return Running.start(command, firstPage(second), folder.resolve("visavis-joined.log"));
    }

    /// Where its data and keys are, as options of a command.
    public List<String> folders() {
        return List.of(
                "--data", folder.resolve("data").toString(),
                "--keys", folder.resolve("keys").toString());
    }

    public Database database() {
        return new Database(folder.resolve("data"), folder.resolve("keys"));
    }

    /// Signs in one of the demo's people.
    public WebSession signIn(HttpClient client, URI address, String name) {
        return SignIn.as(
                client,
                address,
                name,
                secret("accounts.password"),
                () -> OneTimeCode.now(secret("account-" + name + ".code")));
    }

    private String secret(String name) {
        try {
            return Files.readString(folder.resolve("keys").resolve(name));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private ArrayList<String> command(int ofPort, List<String> ofThisInstance) {
        var command = new ArrayList<>(List.of(Workplace.java()));
        command.addAll(jvm);
        settings.forEach(setting -> command.add("-D" + setting));
        ofThisInstance.forEach(setting -> command.add("-D" + setting));
        var cache = Workplace.built().resolve("visavis.aot");
        if (cache.toFile().exists()) {
            command.add("-XX:AOTCache=" + cache);
        }
        command.addAll(program());
        command.addAll(List.of("demo", "--empty"));
        command.addAll(folders());
        command.addAll(List.of("--port", Integer.toString(ofPort)));
        return command;
    }

    /// Programs of ours beside it only where it is measured in parts.
    private List<String> program() {
        var jar = Workplace.built().resolve("visavis.jar").toString();
        return settings.stream().anyMatch(setting -> setting.startsWith(Switch.SETTING))
                ? List.of(
                        "-cp", jar + ":" + Workplace.built().resolve("proof.jar"), "health.visavis.VisavisApplication")
                : List.of("-jar", jar);
    }

    private static URI firstPage(int ofPort) {
        return URI.create("http://localhost:" + ofPort + "/");
    }
}
