package health.visavis.web.security;

import java.util.Set;

/// @param message names the texts `signin.<message>.title`, `.text` and `.action`
/// @param way where the action leads
public record SignInView(String message, String way) {

    private static final Set<String> DONE = Set.of("signed-out", "session-ended", "linked");
    private static final Set<String> OTHER_IDENTITY = Set.of("no-invitation", "identity-taken");

    public SignInView(String message) {
        this(message, "/");
    }

    /// A shield with a tick only where all is well.
    public String icon() {
        return DONE.contains(message) ? "shield" : "warn";
    }

    /// Whether only the clinic can help: the action calls it.
    public boolean callsClinic() {
        return message.equals("no-invitation");
    }

    /// Whether the provider may be away, and staff have another way in an emergency.
    public boolean mentionsCodes() {
        return message.equals("failed");
    }

    /// Whether somebody is signed in as nobody of this clinic, and may want to come as somebody else.
    public boolean otherIdentity() {
        return OTHER_IDENTITY.contains(message);
    }
}
