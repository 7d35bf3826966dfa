package health.visavis.journey;

import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/// Where what is known about a patient may stand, and why.
///
/// @param where the sink and its piece, as in `database: person.given`
record Allowance(Set<Canary.Field> fields, Pattern where, String why) {

    static Allowance of(String where, String why, Canary.Field first, Canary.Field... more) {
        return new Allowance(EnumSet.of(first, more), Pattern.compile(where), why);
    }

    boolean covers(Leaks.Hit hit) {
        return fields.contains(hit.field()) && where.matcher(hit.where()).matches();
    }
}
