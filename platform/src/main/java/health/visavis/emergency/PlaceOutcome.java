package health.visavis.emergency;

import java.util.Set;

/// What became of the place somebody named.
public sealed interface PlaceOutcome {

    record Confirmed() implements PlaceOutcome {}

    record Incomplete(Set<Field> wrong) implements PlaceOutcome {

        public Incomplete {
            wrong = Set.copyOf(wrong);
        }
    }

    record VisitOver() implements PlaceOutcome {}

    enum Field {
        ADDRESS,
        STATE,
        CONTACT_NAME,
        CONTACT_NUMBER
    }
}
