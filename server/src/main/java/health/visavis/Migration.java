package health.visavis;

import org.springframework.boot.flyway.autoconfigure.FlywayMigrationInitializer;
import org.springframework.context.LifecycleProcessor;

/// The word `migrate`: brings the tables of the database to this version and ends. It runs before the instances of
/// a release start, as the only one that may change tables; they are told `spring.flyway.enabled=false`.
///
/// Needs the database's address and somebody who belongs to its owner (`spring.datasource.*`, `spring.flyway.*`), and
/// nothing else: neither keys nor a sign-in provider.
final class Migration {

    static final String WORD = "migrate";

    private Migration() {}

    static boolean isAskedFor(String[] words) {
        return words.length > 0 && words[0].equals(WORD);
    }

    /// @param settings as on any command line of Spring: `--spring.flyway.url=…`
    /// @throws RuntimeException when a migration fails; that module's tables stay as they were before it
    static void run(String... settings) {
        var application = WithoutPages.application();
        application.addInitializers(
                starting -> starting.getBeanFactory().registerSingleton("lifecycleProcessor", new NothingRuns()));
        try (var context = application.run(settings)) {
            context.getBean(FlywayMigrationInitializer.class);
        }
    }

    /// What works by itself in an instance (letters, news, sweeps) would meet tables that are not there yet.
    private static final class NothingRuns implements LifecycleProcessor {

        @Override
        public void start() {}

        @Override
        public void stop() {}

        @Override
        public void onRefresh() {}

        @Override
        public void onClose() {}

        @Override
        public boolean isRunning() {
            return false;
        }
    }
}
