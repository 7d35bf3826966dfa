package health.visavis.kernel;

import java.util.UUID;

/// The meeting itself: FHIR's Encounter of class VR.
public record VisitId(UUID value) {

    public static VisitId next() {
        return new VisitId(TimeOrderedId.next());
    }

    /// @throws IllegalArgumentException when the text is no UUID; the message does not repeat it
    public static VisitId of(String text) {
        return new VisitId(TimeOrderedId.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
