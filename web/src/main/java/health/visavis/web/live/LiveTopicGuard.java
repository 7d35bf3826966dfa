package health.visavis.web.live;

import health.visavis.access.Actor;
import java.util.UUID;

/// Decides who may follow topics of one prefix, such as `visit`. A bean; calls a use case, so that the
/// following is on the audit trail.
public interface LiveTopicGuard {

    String prefix();

    /// @throws health.visavis.access.AccessDenied when the actor may not
    void require(Actor actor, UUID id);
}
