package health.visavis.access;

/// Not allowed. Raised by [Access] only, and on the audit trail before anybody sees it.
public class AccessDenied extends RuntimeException {

    private final transient Refusal refusal;

    AccessDenied(Refusal refusal) {
        super("refused: " + refusal.permission().action().code(), null, false, false);
        this.refusal = refusal;
    }

    /// Whether the answer may not even confirm that the record exists (404 instead of 403).
    public boolean existencePrivate() {
        return refusal.decision().explanation().hidesExistence();
    }

    /// Whether the same person may when they have shown anew who they are.
    public boolean wantsFreshProof() {
        return refusal.decision().explanation() == Explanation.PROOF_TOO_OLD;
    }

    /// Whether somebody acted for a patient and may not any more.
    public boolean proxyEnded() {
        return refusal.decision().explanation() == Explanation.PROXY_ENDED;
    }

    /// Whether somebody acts for a patient who has not given them this.
    public boolean notForProxy() {
        return refusal.decision().explanation() == Explanation.PROXY_NOT_FOR_THIS;
    }

    Refusal refusal() {
        return refusal;
    }

    record Refusal(Actor actor, Permission permission, Decision decision) {}
}
