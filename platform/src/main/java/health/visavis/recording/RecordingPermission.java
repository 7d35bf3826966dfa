package health.visavis.recording;

import health.visavis.access.Action;
import health.visavis.access.Permission;
import health.visavis.access.Subject;
import health.visavis.kernel.RecordingId;
import health.visavis.recording.store.Recordings;

/// What to ask of access about a recording; one that does not exist is asked about as one that may not be seen.
final class RecordingPermission {

    private RecordingPermission() {}

    static Permission to(Action action, RecordingId id, Recordings recordings) {
        return recordings.subject(id).map(action::on).orElseGet(() -> action.on(Subject.unknown(id.value())));
    }
}
