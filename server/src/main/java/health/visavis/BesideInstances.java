package health.visavis;

import health.visavis.local.demo.LocalEdition;
import java.util.HashMap;
import java.util.function.ToIntFunction;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.MapPropertySource;

/// A command in a container of the platform, beside the instance that serves there: with the same settings, without
/// pages, and with nothing on the console but what it says and what went wrong.
final class BesideInstances {

    private BesideInstances() {}

    /// Whether the environment names the database of such an instance.
    static boolean isHere() {
        return System.getenv("SPRING_DATASOURCE_URL") != null;
    }

    /// @param settings as on any command line of Spring
    static int run(ToIntFunction<ApplicationContext> command, String... settings) {
        var properties = new HashMap<>(LocalEdition.ofCommand());
        properties.put("logging.threshold.console", "error");
        var application = WithoutPages.application();
        application.setLogStartupInfo(false);
        application.addInitializers(starting ->
                starting.getEnvironment().getPropertySources().addFirst(new MapPropertySource("command", properties)));
        try (var context = application.run(settings)) {
            return command.applyAsInt(context);
        }
    }
}
