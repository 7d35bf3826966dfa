package health.visavis.messaging;

import java.util.List;

/// Part of a conversation, oldest first.
///
/// @param earlier whether there are messages before these
/// @param open whether the viewer can write: care goes on
/// @param liveSequence the last live event at the time of reading: following from there misses nothing and repeats
/// nothing
public record ThreadPage(
        ThreadSummary thread, List<MessageView> messages, boolean earlier, boolean open, long liveSequence) {

    public ThreadPage {
        messages = List.copyOf(messages);
    }
}
