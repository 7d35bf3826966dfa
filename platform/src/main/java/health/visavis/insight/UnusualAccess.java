package health.visavis.insight;

import java.util.Set;

/// @param reasons at least one
public record UnusualAccess(AuditEntry entry, Set<Unusual> reasons) {

    public UnusualAccess {
        reasons = Set.copyOf(reasons);
    }
}
