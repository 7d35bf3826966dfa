package health.visavis.proxy;

import java.util.EnumSet;
import java.util.Set;

/// Who somebody is to the patient for whom they act.
public enum Relationship {
    MOTHER,
    FATHER,
    GUARDIAN,
    DAUGHTER,
    SON,
    PARTNER,
    SISTER,
    BROTHER,
    /// A friend, a neighbour, a professional caregiver.
    OTHER;

    /// Those whom the clinic registers for a child.
    public static Set<Relationship> ofParents() {
        return EnumSet.of(MOTHER, FATHER, GUARDIAN);
    }
}
