package health.visavis.web.recording;

import health.visavis.kernel.VisitId;
import health.visavis.recording.KeptRecording;
import java.util.List;

/// The recordings of a visit.
public record RecordingsView(VisitId id, List<KeptRecording> recordings) {

    public RecordingsView {
        recordings = List.copyOf(recordings);
    }

    public String visit() {
        return "/visits/" + id + "/call";
    }

    public String source(KeptRecording recording, int segment) {
        return "/recordings/" + recording.id() + "/segments/" + segment;
    }
}
