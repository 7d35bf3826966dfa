package health.visavis.local.demo;

import java.util.Map;
import java.util.Objects;

/// Whom the accounts stand for, by name.
public final class DemoPersons {

    private static final Map<LocalAccount, DemoPerson> ALL = DemoPerson.all();

    private DemoPersons() {}

    public static String displayName(LocalAccount account) {
        return Objects.requireNonNull(ALL.get(account)).displayName();
    }
}
