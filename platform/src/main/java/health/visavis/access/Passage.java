package health.visavis.access;

import java.util.Locale;

/// Coming and going. Nobody asks permission for these: whether somebody may come is the identity provider's and the
/// invitation's to say, and anybody may go. They are on the trail all the same.
public enum Passage {
    ACCEPT_INVITATION,
    /// Somebody without an account takes up what a patient has asked them for.
    WELCOME_PROXY,
    SIGN_IN,
    SIGN_OUT,
    /// Nobody was there any more, the session had lasted as long as sessions may, or somebody else has ended it.
    END_SESSION,
    /// Came to an instance by another way than the edge.
    COME_PAST_EDGE;

    /// The name on the audit trail, such as `sign-in`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Why somebody got in, or did not; how a session came to its end.
    public enum Reason {
        OWN_SIGN_IN("own-sign-in"),
        /// Holds the link that was made for them.
        OWN_LINK("own-link"),
        /// By a code on paper, while nobody could sign in.
        SEALED_CODE("sealed-code"),
        /// The code is right, and used, withdrawn, or of somebody who has left.
        SEALED_CODE_NOT_VALID("sealed-code-not-valid"),
        /// The identity is linked to nobody.
        NOT_LINKED("not-linked"),
        DEACTIVATED("deactivated"),
        /// As our own provider says, others keep it to themselves; or a sealed code that there is not.
        WRONG_SECRET("wrong-secret"),
        SECOND_FACTOR_MISSING("second-factor-missing"),
        /// The provider has more groups of the person than it tells.
        GROUPS_LEFT_OUT("groups-left-out"),
        /// Unknown, used, withdrawn or expired.
        INVITATION_NOT_VALID("invitation-not-valid"),
        /// The identity is somebody's already.
        LINKED_BEFORE("linked-before"),
        /// As the database notes it, for a session that nobody asks for any more.
        IDLE("idle"),
        LONGEST("longest"),
        /// The person ended all of their sessions.
        EVERYWHERE("everywhere"),
        /// The provider said so, or no longer renews the sign-in.
        SIGNED_OUT_AT_PROVIDER("signed-out-at-provider"),
        /// The provider no longer gives a role that the session has.
        ROLE_TAKEN_AWAY("role-taken-away"),
        /// An administrator found that the sealed code did not have to be used.
        NOT_JUSTIFIED("not-justified"),
        /// The request says of no edge that it came through it.
        NO_EDGE("no-edge"),
        /// It came through somebody else's, or says so.
        OTHER_EDGE("other-edge"),
        /// So many that they are not listed one by one.
        MORE_PAST_EDGE("more-past-edge");

        private final String code;

        Reason(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }
}
