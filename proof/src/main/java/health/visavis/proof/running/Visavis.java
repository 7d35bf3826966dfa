package health.visavis.proof.running;

import health.visavis.proof.http.OneTimeCode;
import health.visavis.proof.http.SignIn;
import health.visavis.proof.http.WebSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The built server with a clinic of its own: folders and ports that nobody else uses, the same for each start.
public final class Visavis {

    private final Path folder;
    private final List<String> jvm;
    private final List<String> settings;
    private final List<String> options;
    private final int port = Workplace.freePort();
    private final int signInPort = Workplace.freePort();

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
        command.addAll(List.of("-jar", Workplace.built().resolve("visavis.jar").toString(), "demo", "--empty"));
        command.addAll(folders());
        command.addAll(List.of("--port", Integer.toString(ofPort)));
        return command;
    }

    private static URI firstPage(int ofPort) {
        return URI.create("http://localhost:" + ofPort + "/");
    }
}
