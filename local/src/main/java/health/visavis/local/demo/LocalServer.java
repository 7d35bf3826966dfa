package health.visavis.local.demo;

import health.visavis.local.CannotStart;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/// Runs the application on this machine: database, sign-in, application; and on SIGTERM or Ctrl-C the same backwards,
/// one after the other. Two shutdown hooks would run at once and leave the application waiting for a database that is
/// gone.
public final class LocalServer {

    private LocalServer() {}

    /// @param application the class that Spring starts from
    /// @param arguments `demo` or `start`, and their options
    /// @return 0, or 1 after the one sentence that says why it could not start
    public static int run(Class<?> application, List<String> arguments, PrintStream out, PrintStream problems) {
        try {
            serve(application, LocalOptions.of(arguments.getFirst(), arguments.subList(1, arguments.size())), out);
            return 0;
        } catch (CannotStart e) {
            problems.println(e.getMessage());
            return 1;
        } catch (RuntimeException e) {
            problems.println("Visavis could not start: " + rootOf(e) + ". The lines above say more.");
            return 1;
        }
    }

    private static String rootOf(Throwable problem) {
        var root = problem;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName();
    }

    private static void serve(Class<?> application, LocalOptions options, PrintStream out) {
        // Until the application sets up its logging, nothing of the start belongs on a person's screen.
        LoggingSystem.get(LocalServer.class.getClassLoader()).beforeInitialize();
        var edition = LocalEdition.of(options, out);
        var context = new AtomicReference<ConfigurableApplicationContext>();
        var stop = Thread.ofPlatform().name("stop").unstarted(() -> {
            out.println("Stopping …");
            var served = context.get();
            if (served != null) {
                served.close();
            }
            edition.close();
        });
        Runtime.getRuntime().addShutdownHook(stop);
        edition.start();
        var began = System.nanoTime();
        var spring = new SpringApplication(application);
        spring.setRegisterShutdownHook(false);
        spring.setLogStartupInfo(false);
        spring.addInitializers(starting -> {
            context.set(starting);
            starting.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource("local edition", edition.properties()));
        });
        spring.run();
        out.printf("%-9s %s (%.1f s)%n", "Pages", edition.address(), (System.nanoTime() - began) / 1e9);
        edition.announce();
    }
}
