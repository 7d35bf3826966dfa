package health.visavis.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/// What every pod is told of how to serve, from the manifests themselves, and a certificate where the cluster puts one.
final class ClusterSettings implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    static final ServingCertificate CERTIFICATE = ServingCertificate.make();

    private static final Path SETTINGS = Path.of("../deploy/openshift/base/migration/settings.env");
    private static final String PLACE = "/etc/visavis/serving";
    private static final String OF_SERVING = "(SERVER|MANAGEMENT|SPRING_SSL)_.+";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        try {
            context.getEnvironment()
                    .getPropertySources()
                    .addAfter(
                            StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                            new SystemEnvironmentPropertySource("cluster-systemEnvironment", settings()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Map<String, Object> settings() throws IOException {
        var place = Files.createTempDirectory("serving");
        Files.writeString(place.resolve("tls.crt"), CERTIFICATE.pem());
        Files.writeString(place.resolve("tls.key"), CERTIFICATE.keyPem());
        var settings = new HashMap<String, Object>();
        for (var line : Files.readAllLines(SETTINGS)) {
            var parts = line.split("=", 2);
            if (parts[0].matches(OF_SERVING)) {
                settings.put(parts[0], parts[1].replace(PLACE, place.toString()));
            }
        }
        return settings;
    }
}
