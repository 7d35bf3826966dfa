package health.visavis.audit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;

/// A row of the trail with the patients that its list or search showed.
public record RecordedEvent(AuditEvent event, List<UUID> shown) {

    public RecordedEvent {
        shown = List.copyOf(shown);
    }

    /// Everybody whom it is about, once.
    public List<UUID> patients() {
        var all = new LinkedHashSet<UUID>();
        if (event.patient() != null) {
            all.add(event.patient().value());
        }
        all.addAll(shown);
        return new ArrayList<>(all);
    }

    /// The same under another id.
    RecordedEvent as(UUID id) {
        return new RecordedEvent(
                new AuditEvent(
                        id,
                        event.at(),
                        event.actor(),
                        event.actorRoles(),
                        event.action(),
                        event.outcome(),
                        event.reason(),
                        event.patient(),
                        event.subject(),
                        event.address(),
                        event.session(),
                        event.instance()),
                shown);
    }
}
