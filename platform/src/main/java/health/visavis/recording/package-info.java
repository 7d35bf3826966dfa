/// Recording of a visit, for clinical review. Off unless the clinic allows it (`visavis.recording.allowed`).
///
/// ```
/// NotAllowed   Off ─ask─▶ Asking ─everyone consents─▶ Running ─newcomer─▶ Paused ─everyone consents─▶ Running
///                           │ refused                   │ withdrawn, stopped, visit over │
///                           └──────────▶ Stopped ◀──────┴────────────────────────────────┘
///
/// recording ──< recording_consent   who said what to which wording, when; never changed
///     ├───────< recording_piece     what a service has handed in
///     └───────< recording_part ──▶ files: a few seconds each, sealed with the patient's key
/// ```
/// What is recorded in the doctor's browser is cut into parts and stored part by part: an acknowledged part is on disk,
/// and whatever was acknowledged can be played when the browser died. A part is taken only while everybody in the call
/// has consented to this recording, or when it is the rest of what was recorded until then.
///
/// Who makes it is a [CallRecorder]: the doctor's browser, or the service that holds the call. [CallRecorders] tells it
/// after each move and every ten seconds where the recording stands; what it has made it hands in at the
/// [RecordingDesk], where it becomes parts like all others.
///
/// Whoever sits down pauses a running recording in the same transaction ([SeatWatch]); nobody's picture is stored on
/// the consent of others. Stopped recordings are deleted after `visavis.recording.retention` by [RecordingRounds].
@ApplicationModule(allowedDependencies = {"kernel", "access", "files", "keys", "live", "visit", "rounds"})
@NullMarked
package health.visavis.recording;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
