package health.visavis.visit.domain;

import health.visavis.kernel.PersonId;
import health.visavis.kernel.VisitId;
import java.time.Instant;
import java.util.UUID;

/// Somebody who comes along to a visit on a link: invited, waiting, let in by the doctor alone, and put back or
/// removed at any time.
///
/// Whoever opens the link in another browser waits anew, whatever the browser before was allowed: the link may have
/// been passed on, and only the doctor's look at who is there lets somebody in.
public sealed interface Companion {

    Facts facts();

    default CompanionId id() {
        return facts().id();
    }

    default VisitId visit() {
        return facts().visit();
    }

    /// @param invitedAs what whoever invited calls them
    record Facts(
            CompanionId id,
            VisitId visit,
            Errand errand,
            String invitedAs,
            PersonId invitedBy,
            UUID link,
            Instant invitedAt) {}

    /// Not removed.
    sealed interface Expected extends Companion {

        default Removed remove(Instant at) {
            return new Removed(facts(), at);
        }

        /// The link was opened in a browser.
        ///
        /// @param name what they want to be called by
        default Opened open(String name) {
            return new Opened(facts(), name);
        }
    }

    record Invited(Facts facts) implements Expected {}

    /// Has opened the link, and checks the devices before waiting.
    record Opened(Facts facts, String name) implements Expected {

        public Waiting arrive(Instant at) {
            return new Waiting(facts, name, at);
        }
    }

    record Waiting(Facts facts, String name, Instant since) implements Expected {

        public Admitted admit(Instant at) {
            return new Admitted(facts, name, at, false);
        }
    }

    record Admitted(Facts facts, String name, Instant at, boolean coHost) implements Expected {

        public Waiting putBack(Instant since) {
            return new Waiting(facts, name, since);
        }

        /// @throws IllegalStateException for anybody but a clinician
        public Admitted promoted() {
            if (!(facts.errand() instanceof Errand.Clinician)) {
                throw new IllegalStateException("only a clinician is made co-host");
            }
            return new Admitted(facts, name, at, true);
        }

        public Admitted demoted() {
            return new Admitted(facts, name, at, false);
        }
    }

    record Removed(Facts facts, Instant at) implements Companion {}
}
