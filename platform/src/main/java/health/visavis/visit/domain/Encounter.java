package health.visavis.visit.domain;

import health.visavis.kernel.TimeSlot;
import health.visavis.kernel.VisitId;
import java.time.Instant;

/// The meeting of one patient and one clinician, from the plan to its end.
///
/// Each state holds the facts that are true in it and offers the moves that are legal from it, so admitting a
/// patient who is not there does not compile.
public sealed interface Encounter {

    VisitId id();

    VisitPlan plan();

    /// The code of FHIR's `Encounter.status` for this state.
    String fhirStatus();

    /// A visit that may still take place.
    sealed interface Coming extends Encounter {

        Coming move(TimeSlot slot);

        Cancelled cancel(Instant at);
    }

    /// A visit that is not over. Only a call that was opened lets it finish: what never began cannot have taken
    /// place.
    sealed interface Unfinished extends Encounter {

        default Finished finish(Call.Open call, Instant at) {
            return new Finished(id(), plan(), call.openedAt(), at);
        }
    }

    record Planned(VisitId id, VisitPlan plan) implements Coming, Unfinished {

        public Arrived arrive(Instant at) {
            return new Arrived(id, plan, at);
        }

        @Override
        public Planned move(TimeSlot slot) {
            return new Planned(id, plan.at(slot));
        }

        @Override
        public Cancelled cancel(Instant at) {
            return new Cancelled(id, plan, at);
        }

        @Override
        public String fhirStatus() {
            return "planned";
        }
    }

    record Arrived(VisitId id, VisitPlan plan, Instant waitingSince) implements Coming, Unfinished {

        public InProgress admit(Instant at) {
            return new InProgress(id, plan, at);
        }

        public Planned leave() {
            return new Planned(id, plan);
        }

        @Override
        public Arrived move(TimeSlot slot) {
            return new Arrived(id, plan.at(slot), waitingSince);
        }

        @Override
        public Cancelled cancel(Instant at) {
            return new Cancelled(id, plan, at);
        }

        @Override
        public String fhirStatus() {
            return "arrived";
        }
    }

    record InProgress(VisitId id, VisitPlan plan, Instant admittedAt) implements Unfinished {

        public Arrived returnToWaiting(Instant at) {
            return new Arrived(id, plan, at);
        }

        @Override
        public String fhirStatus() {
            return "in-progress";
        }
    }

    record Finished(VisitId id, VisitPlan plan, Instant startedAt, Instant finishedAt) implements Encounter {

        @Override
        public String fhirStatus() {
            return "finished";
        }
    }

    record Cancelled(VisitId id, VisitPlan plan, Instant cancelledAt) implements Encounter {

        /// Its appointment moved and was confirmed anew.
        public Planned planAgain(TimeSlot slot) {
            return new Planned(id, plan.at(slot));
        }

        @Override
        public String fhirStatus() {
            return "cancelled";
        }
    }
}
