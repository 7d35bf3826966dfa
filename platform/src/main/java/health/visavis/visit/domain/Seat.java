package health.visavis.visit.domain;

import health.visavis.kernel.PersonId;
import health.visavis.kernel.VisitId;

/// One person's place in a call. It belongs to the person and not to a browser tab: sitting down again, from
/// whatever page, takes over the same seat.
///
/// The epoch counts the times the seat was taken. Whatever carries an older epoch comes from a page that was
/// replaced, and is dropped.
public record Seat(SeatId id, VisitId visit, PersonId person, Part part, int epoch) {

    /// What the person is in this visit.
    public enum Part {
        PATIENT,
        CLINICIAN,
        /// Came on a link: family, a second clinician, an interpreter.
        GUEST
    }

    public static Seat first(VisitId visit, PersonId person, Part part) {
        return new Seat(SeatId.next(), visit, person, part, 1);
    }

    public Seat takenAgain() {
        return new Seat(id, visit, person, part, epoch + 1);
    }

    public boolean isCurrent(int other) {
        return other == epoch;
    }
}
