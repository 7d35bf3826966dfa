package health.visavis.access;

import java.util.Optional;
import java.util.UUID;

/// What access has to know about people who take part in a visit without an account; `visit` answers.
public interface VisitGuests {

    /// How far somebody has come who was invited by a link; each step may do what the one before may.
    enum Standing {
        /// Holds the link, perhaps waits: reaches nothing but that.
        INVITED,
        /// Was let in, and has not been put back or removed since.
        ADMITTED,
        /// May let others in as the doctor does.
        CO_HOST
    }

    /// Asked anew for every act: who was removed, or whose link another browser has taken, stands nowhere.
    Optional<Standing> standingOf(Actor guest, UUID visit);
}
