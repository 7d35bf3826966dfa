package health.visavis.simulator;

import health.visavis.simulator.AcsSimulator.Ports;
import health.visavis.simulator.news.Courier;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/// The simulator as a process beside another one. It says on standard output where it is, one property per line
/// and at last `ready`, and ends when its standard input does: with whoever started it, however that ended.
///
/// Its first argument is the folder for the certificate and the assertion that a workload would have, its second, if
/// there is one, the address at which the application takes in news.
public final class SimulatorProgram {

    private static final String TENANT = "00000000-0000-4000-8000-000000000001";
    private static final String NEWS_AUDIENCE = "api://visavis-news";
    private static final String CLIENT = "00000000-0000-4000-8000-000000000002";

    private SimulatorProgram() {}

    public static void main(String[] words) throws IOException {
        var folder = Files.createDirectories(Path.of(words[0]));
        try (var simulator = AcsSimulator.start(Ports.FREE, Clock.systemUTC())) {
            var second = simulator.another();
            if (words.length > 1) {
                var webhook = new Courier.Webhook(URI.create(words[1]), TENANT, NEWS_AUDIENCE);
                simulator.tell(webhook);
                second.tell(webhook);
            }
            say(simulator, second, folder, System.out);
            System.in.transferTo(PrintStream.nullOutputStream());
        }
        // The threads of the JDK's server would keep the process alive for a while.
        System.exit(0);
    }

    private static void say(AcsSimulator simulator, AcsResource second, Path folder, PrintStream out)
            throws IOException {
        var certificate = Files.writeString(
                folder.resolve("simulator.pem"), simulator.certificate().pem());
        var assertion = Files.writeString(folder.resolve("assertion.jwt"), "an-assertion-that-the-simulator-believes");
        out.println("endpoint=" + simulator.endpoint());
        out.println("second-endpoint=" + second.endpoint());
        out.println("authority=" + simulator.entra().address());
        out.println("tenant=" + TENANT);
        out.println("client=" + CLIENT);
        out.println("assertion=" + assertion.toAbsolutePath());
        out.println("certificate=" + certificate.toAbsolutePath());
        out.println("queue=" + simulator.queue().namespace());
        out.println("news-issuer=" + simulator.entra().issuer(TENANT));
        out.println("news-keys=" + simulator.entra().address() + TENANT + "/discovery/v2.0/keys");
        out.println("news-audience=" + NEWS_AUDIENCE);
        out.println("call-issuer=" + Courier.CALL_AUTOMATION);
        out.println("call-keys=" + simulator.callKeys());
        out.println("call-audience=" + simulator.services().identities().resource());
        out.println("control=" + simulator.controls());
        out.println("second-control=" + second.controls());
        out.println("ready");
        out.flush();
    }
}
