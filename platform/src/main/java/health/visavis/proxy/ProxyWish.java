package health.visavis.proxy;

import health.visavis.access.ProxyScope;
import java.time.Period;
import java.util.Set;

/// Who is to act for a patient, for what and for how long.
///
/// @param lasts not asked for a child, whose birthday ends it
public record ProxyWish(String given, String family, Relationship relationship, Set<ProxyScope> scopes, Period lasts) {

    public static final int LONGEST_NAME = 80;

    public ProxyWish {
        scopes = Set.copyOf(scopes);
        given = given.strip();
        family = family.strip();
    }

    boolean isNamed() {
        return !given.isEmpty()
                && !family.isEmpty()
                && given.length() <= LONGEST_NAME
                && family.length() <= LONGEST_NAME;
    }

    @Override
    public String toString() {
        return "ProxyWish[" + relationship + "]";
    }
}
