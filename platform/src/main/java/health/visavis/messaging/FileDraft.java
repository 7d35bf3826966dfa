package health.visavis.messaging;

import health.visavis.kernel.Sensitive;
import health.visavis.kernel.ThreadId;
import java.util.UUID;

/// A file that somebody wants to send.
///
/// @param clientId made by the sender's page: the same id sent again is the same message
/// @param text what is said with it; may be empty
public record FileDraft(
        ThreadId thread, UUID clientId, Sensitive<String> text, Sensitive<String> name, Sensitive<byte[]> content) {}
