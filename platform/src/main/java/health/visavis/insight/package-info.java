/// What the clinic learns about itself: who looked at what, which calls there were, why one of them stuttered, and
/// what people say afterwards. Reads what other capabilities hold; changes nothing of theirs.
///
/// ```
/// visit: CallEnded, CallNews ─▶ CallRecording ─ Visits.legs (who saw the call) ─▶ call_record ──< call_attendance
/// visit: Visits.quality ─▶ ReadVisitQuality ─ domain.Causes ─▶ the figures of a visit and their causes in words
/// AnswerSurvey ─▶ survey_answer ─▶ ReadSurvey: counts, and words without a name
/// audit: AuditReader ─▶ SearchAudit: rows · ReportAccess: who has seen whom, and what is unusual about it
/// audit: TrailPruning ◀─ PruneTrail ◀─ once a day, when something is older than six calendar years ─ PruneRounds
/// alarm: Alarms ─▶ ReadAlarms, MarkAlarmSeen
/// audit: PatientTrail ─▶ ReadOwnTrail ─ a patient asks ─▶ QuestionAccess ─▶ access_question ─▶ AnswerAccessQuestions
/// breakglass: OpenedRecords ─▶ ReadOwnTrail
/// access: Access.simulate ─▶ SimulateAccess: what would be decided about somebody, and if something were otherwise
/// ```
///
/// | table | holds |
/// |---|---|
/// | `call_record` | one call over one engine: times, outcome, way, medians of its quality; kept for two years |
/// | `call_attendance` | who was in it by role, from when to when |
/// | `access_question` | which entry of the trail a patient asked about, until the clinic has answered |
/// | `watched_patient` | whose accesses an administrator wants to see, whoever they are by |
/// | `survey_answer` | what a person said about a visit; words sealed with the patient's key |
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "audit",
            "alarm",
            "rounds",
            "keys",
            "access",
            "people",
            "proxy",
            "visit",
            "breakglass"
        })
@NullMarked
package health.visavis.insight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
