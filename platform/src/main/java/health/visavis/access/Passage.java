package health.visavis.access;

import java.util.Locale;

/// Coming and going. Nobody asks permission for these: whether somebody may come is the identity provider's and the
/// invitation's to say, and anybody may go. They are on the trail all the same.
public enum Passage {
    ACCEPT_INVITATION,
    SIGN_IN,
    SIGN_OUT,
    /// Nobody was there any more, or the session had lasted as long as sessions may.
    END_SESSION;

    /// The name on the audit trail, such as `sign-in`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Why somebody got in, or did not; how a session came to its end.
    public enum Reason {
        OWN_SIGN_IN("own-sign-in"),
        /// The identity is linked to nobody.
        NOT_LINKED("not-linked"),
        DEACTIVATED("deactivated"),
        SECOND_FACTOR_MISSING("second-factor-missing"),
        /// Unknown, used, withdrawn or expired.
        INVITATION_NOT_VALID("invitation-not-valid"),
        /// The identity is somebody's already.
        LINKED_BEFORE("linked-before"),
        /// As the database notes it, for a session that nobody asks for any more.
        IDLE("idle"),
        LONGEST("longest");

        private final String code;

        Reason(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }
}
