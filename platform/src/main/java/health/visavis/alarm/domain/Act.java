package health.visavis.alarm.domain;

import java.time.Instant;
import java.util.List;

/// Somebody did something.
///
/// @param who by whom acts are put together
/// @param what is counted, each once: ids of acts, or of patients
public record Act(String who, Instant at, List<String> what) {

    public Act {
        what = List.copyOf(what);
    }
}
