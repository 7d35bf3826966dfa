package health.visavis.visit;

import org.jspecify.annotations.Nullable;

/// Whom somebody wants to invite to a visit.
///
/// @param language of an interpreter, as an ISO 639 code; null for everybody else
/// @param invitedAs how the inviter calls them; 1 to 80 characters
public record GuestInvitation(GuestKind kind, @Nullable String language, String invitedAs) {

    public static final int LONGEST_NAME = 80;

    public GuestInvitation {
        if ((kind == GuestKind.INTERPRETER) != (language != null)) {
            throw new IllegalArgumentException("an interpreter, and only an interpreter, has a language");
        }
        if (invitedAs.isBlank() || invitedAs.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("a name has 1 to 80 characters");
        }
    }
}
