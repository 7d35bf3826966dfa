package health.visavis.server;

import health.visavis.TestDatabase;
import health.visavis.VisavisApplication;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;

/// The whole application on a real PostgreSQL, asked without a network. Whoever signs in does so with tokens of
/// [TestProvider].
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@SpringBootTest(classes = VisavisApplication.class)
@AutoConfigureMockMvc
@ContextConfiguration(initializers = {TestDatabase.Initializer.class, TestProvider.Initializer.class})
@Import(ServerTestConfiguration.class)
@TestPropertySource(
        properties = {
            "spring.security.oauth2.client.registration.visavis.provider=visavis",
            "spring.security.oauth2.client.registration.visavis.client-id=visavis",
            "visavis.signin.origin=http://signin.invalid",
            "spring.security.oauth2.client.provider.visavis.authorization-uri=http://signin.invalid/authorize",
            "visavis.signin.check-every=0s",
            "visavis.session.secure-cookie=false",
            "visavis.recording.allowed=true"
        })
public @interface ServerTest {}
