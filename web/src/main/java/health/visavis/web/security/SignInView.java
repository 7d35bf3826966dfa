package health.visavis.web.security;

import java.util.Set;

/// @param message names the texts `signin.<message>.title`, `.text` and `.action`
public record SignInView(String message) {

    private static final Set<String> DONE = Set.of("signed-out", "session-ended", "linked");
    private static final Set<String> OTHER_IDENTITY = Set.of("no-invitation", "identity-taken");

    /// A shield with a tick only where all is well.
    public String icon() {
        return DONE.contains(message) ? "shield" : "warn";
    }

    /// Whether somebody is signed in as nobody of this clinic, and may want to come as somebody else.
    public boolean otherIdentity() {
        return OTHER_IDENTITY.contains(message);
    }
}
