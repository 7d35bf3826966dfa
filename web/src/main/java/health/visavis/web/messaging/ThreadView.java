package health.visavis.web.messaging;

import health.visavis.messaging.ThreadSummary;

/// @param with the other side of the conversation
/// @param newest whether the page shows the end of the conversation, where one can write
public record ThreadView(ThreadSummary thread, String with, ChatView chat, boolean newest) {}
