package health.visavis.server;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;

/// The provider of sign-ins is named and never called.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@TestPropertySource(
        properties = {
            "spring.security.oauth2.client.registration.visavis.provider=visavis",
            "spring.security.oauth2.client.registration.visavis.client-id=visavis",
            "visavis.signin.origin=http://signin.invalid",
            "visavis.signin.check-every=0s",
            "spring.security.oauth2.client.provider.visavis.authorization-uri=http://signin.invalid/authorize",
            "spring.security.oauth2.client.provider.visavis.token-uri=http://signin.invalid/token",
            "spring.security.oauth2.client.provider.visavis.jwk-set-uri=http://signin.invalid/keys"
        })
@interface NobodySignsIn {}
