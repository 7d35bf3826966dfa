package health.visavis.web.security;

import health.visavis.access.Passage;
import java.io.Serial;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;

/// The provider knows somebody whom we do not let in as they came. Carries who and why, for the trail.
final class SignInRefused extends OAuth2AuthenticationException {

    @Serial
    private static final long serialVersionUID = 1;

    private final SignedIn who;
    private final Passage.Reason reason;

    SignInRefused(SignedIn who, Passage.Reason reason) {
        super(new OAuth2Error(reason.code()));
        this.who = who;
        this.reason = reason;
    }

    SignedIn who() {
        return who;
    }

    Passage.Reason reason() {
        return reason;
    }

    /// The page that says what to do.
    String page() {
        return switch (reason) {
            case SECOND_FACTOR_MISSING -> "/sign-in/second-factor";
            case GROUPS_LEFT_OUT -> "/sign-in/groups";
            default -> "/sign-in/failed";
        };
    }
}
