package health.visavis.insight;

import health.visavis.access.Access;
import health.visavis.access.Action;
import health.visavis.access.Actor;
import health.visavis.access.UseCase;
import health.visavis.audit.PatientTrail;
import health.visavis.insight.store.AccessQuestions;
import java.time.Clock;
import java.util.Objects;

/// A patient asks why somebody had to do with their data.
@UseCase
public class QuestionAccess {

    public sealed interface QuestionOutcome {

        record Asked() implements QuestionOutcome {}

        /// There is no such entry about this patient.
        record NoSuchEntry() implements QuestionOutcome {}
    }

    private final Access access;
    private final PatientTrail trail;
    private final AccessQuestions questions;
    private final Clock clock;

    QuestionAccess(Access access, PatientTrail trail, AccessQuestions questions, Clock clock) {
        this.access = access;
        this.trail = trail;
        this.questions = questions;
        this.clock = clock;
    }

    /// @param entry its number among the patient's own
    public QuestionOutcome ask(Actor actor, long entry) {
        access.require(actor, ReadOwnTrail.own(actor, Action.QUESTION_ACCESS));
        var patient = Objects.requireNonNull(actor.patient());
        var found = trail.withoutPermissionCheck(patient, entry + 1, 1, null).stream()
                .filter(row -> row.number() == entry)
                .findFirst();
        if (found.isEmpty()) {
            return new QuestionOutcome.NoSuchEntry();
        }
        questions.ask(found.get().event().id(), patient, clock.instant());
        return new QuestionOutcome.Asked();
    }
}
