package health.visavis.web.security;

/// What strangers reach. The access matrix test tries every other path as a stranger and expects to be sent to
/// sign in.
public final class PublicPaths {

    static final String[] PATTERNS = {
        "/",
        "/help",
        "/assets/**",
        "/favicon.svg",
        "/error",
        "/problems/**",
        "/signed-out",
        "/session-ended",
        "/join/*",
        "/proxy-links/*",
        "/proxy-links/*/account",
        "/sign-in",
        "/sign-in/failed",
        "/sign-in/second-factor",
        "/sign-in/groups",
        "/emergency-sign-in",
        "/other-browser",
        "/actuator/health/**",
        "/livez",
        "/readyz",
        "/api/docs",
        "/api/docs.yaml"
    };

    /// For a sign-in that is linked to nobody yet.
    static final String[] ANY_SIGN_IN = {"/no-invitation", "/invitations/*"};

    private PublicPaths() {}
}
