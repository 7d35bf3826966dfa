package health.visavis.access;

/// An answer and the rule that gave it.
record Decision(boolean granted, Reason reason) {

    enum Reason {
        ANY("any", false),
        OWN("own", false),
        RELATED("care-relationship", false),
        GUEST("guest-of-the-visit", false),
        NOT_LET_IN("guest-not-let-in", false),
        ROLE_MAY_NOT("role-may-not", false),
        NOT_OWN("not-own", true),
        NO_RELATIONSHIP("no-relationship", true),
        UNKNOWN("unknown-record", true);

        private final String code;
        private final boolean hidesExistence;

        Reason(String code, boolean hidesExistence) {
            this.code = code;
            this.hidesExistence = hidesExistence;
        }

        String code() {
            return code;
        }

        boolean hidesExistence() {
            return hidesExistence;
        }
    }
}
