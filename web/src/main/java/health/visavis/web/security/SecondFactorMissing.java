package health.visavis.web.security;

import java.io.Serial;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;

/// Somebody came as staff with a password alone. Carries who, for the trail.
final class SecondFactorMissing extends OAuth2AuthenticationException {

    @Serial
    private static final long serialVersionUID = 1;

    private final SignedIn who;

    SecondFactorMissing(SignedIn who) {
        super(new OAuth2Error("second_factor_missing"));
        this.who = who;
    }

    SignedIn who() {
        return who;
    }
}
