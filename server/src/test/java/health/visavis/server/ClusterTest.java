package health.visavis.server;

import health.visavis.TestDatabase;
import health.visavis.VisavisApplication;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/// The application as the cluster's settings start it: management on a port of its own, an edge before the pages.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@SpringBootTest(
        classes = VisavisApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.security.oauth2.client.registration.visavis.provider=visavis",
            "spring.security.oauth2.client.registration.visavis.client-id=visavis",
            "spring.security.oauth2.client.registration.visavis.client-secret=not-used",
            "visavis.signin.origin=http://signin.invalid",
            "spring.security.oauth2.client.provider.visavis.authorization-uri=http://signin.invalid/authorize",
            "spring.security.oauth2.client.provider.visavis.token-uri=http://signin.invalid/token",
            "spring.security.oauth2.client.provider.visavis.jwk-set-uri=http://signin.invalid/keys",
            "management.server.port=0",
            "management.endpoint.prometheus.access=read-only",
            "management.prometheus.metrics.export.enabled=true",
            "visavis.azure.frontdoor.id=" + ClusterTest.FRONT_DOOR
        })
@ContextConfiguration(initializers = TestDatabase.Initializer.class)
@Import(ServerTestConfiguration.class)
@interface ClusterTest {

    String FRONT_DOOR = "55ce4ed1-4b06-4bf1-b40e-4638452104da";
}
