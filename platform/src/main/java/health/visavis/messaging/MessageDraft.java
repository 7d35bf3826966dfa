package health.visavis.messaging;

import health.visavis.kernel.Sensitive;
import health.visavis.kernel.ThreadId;
import java.util.UUID;

/// What somebody wants to say.
///
/// @param clientId made by the sender's page: the same id sent again is the same message
public record MessageDraft(ThreadId thread, UUID clientId, Sensitive<String> text) {

    public static final int LONGEST = 4_000;
}
