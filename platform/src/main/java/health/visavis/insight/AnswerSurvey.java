package health.visavis.insight;

import static health.visavis.access.Action.ANSWER_SURVEY;

import health.visavis.access.Access;
import health.visavis.access.Actor;
import health.visavis.access.UseCase;
import health.visavis.insight.store.Surveys;
import health.visavis.insight.store.Surveys.Stored;
import health.visavis.kernel.PatientId;
import health.visavis.kernel.Sensitive;
import health.visavis.kernel.TimeOrderedId;
import health.visavis.kernel.VisitId;
import health.visavis.keys.PatientCipher;
import health.visavis.visit.Visits;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Says how a visit was, once it is over: one answer per person, which may be changed until a day later. A doctor
/// says how the technology was; the words of a patient never reach the doctor.
@UseCase
public class AnswerSurvey {

    public sealed interface SurveyOutcome {

        record Kept() implements SurveyOutcome {}

        record NotOverYet() implements SurveyOutcome {}

        record TooLate() implements SurveyOutcome {}
    }

    /// What may be said, and what was said already.
    ///
    /// @param until when it closes; null before the visit is over
    /// @param patient whether a patient answers: they are asked more than a doctor
    public record Form(
            @Nullable SurveyAnswer said, @Nullable Instant until, boolean open, boolean patient) {}

    private static final Duration OPEN = Duration.ofHours(24);

    private final Access access;
    private final Visits visits;
    private final Surveys surveys;
    private final PatientCipher cipher;
    private final Clock clock;

    AnswerSurvey(Access access, Visits visits, Surveys surveys, PatientCipher cipher, Clock clock) {
        this.access = access;
        this.visits = visits;
        this.surveys = surveys;
        this.cipher = cipher;
        this.clock = clock;
    }

    public SurveyOutcome answer(Actor actor, VisitId visit, SurveyAnswer answer) {
        access.require(actor, ANSWER_SURVEY.on(visits.subject(visit)));
        var patient = patientOf(visit);
        var until = until(visit);
        if (until.isEmpty()) {
            return new SurveyOutcome.NotOverYet();
        }
        if (clock.instant().isAfter(until.get())) {
            return new SurveyOutcome.TooLate();
        }
        var id = surveys.of(visit, actor.person()).map(Stored::id).orElseGet(TimeOrderedId::next);
        var asPatient = patient.equals(actor.patient());
        surveys.keep(new Stored(
                id,
                visit,
                actor.person(),
                patient,
                asPatient ? Surveys.PATIENT : Surveys.CLINICIAN,
                answer.connection(),
                asPatient ? answer.again() : null,
                asPatient ? sealed(patient, id, answer.words()) : null,
                clock.instant()));
        return new SurveyOutcome.Kept();
    }

    /// The person's own answer as it stands.
    public Form form(Actor actor, VisitId visit) {
        access.require(actor, ANSWER_SURVEY.on(visits.subject(visit)));
        var until = until(visit);
        return new Form(
                surveys.of(visit, actor.person()).map(this::opened).orElse(null),
                until.orElse(null),
                until.filter(clock.instant()::isBefore).isPresent(),
                patientOf(visit).equals(actor.patient()));
    }

    private Optional<Instant> until(VisitId visit) {
        return visits.endedAt(visit).map(ended -> ended.plus(OPEN));
    }

    private PatientId patientOf(VisitId visit) {
        return Objects.requireNonNull(visits.subject(visit).patient());
    }

    private byte @Nullable [] sealed(PatientId patient, UUID id, @Nullable Sensitive<String> words) {
        return words == null ? null : cipher.encryptText(patient, Surveys.words(id), words.reveal());
    }

    private SurveyAnswer opened(Stored stored) {
        var words = stored.words();
        return new SurveyAnswer(
                stored.connection(),
                stored.again(),
                words == null
                        ? null
                        : Sensitive.of(cipher.decryptText(stored.patient(), Surveys.words(stored.id()), words)));
    }
}
