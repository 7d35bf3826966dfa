package health.visavis.messaging;

import java.util.List;

/// Part of a conversation, oldest first.
///
/// @param earlier whether there are messages before these
/// @param open whether the viewer can write: care goes on
/// @param inEmergency whether it may be read only because the viewer has opened the record in an emergency
/// @param liveSequence the last live event at the time of reading: following from there misses nothing and repeats
/// nothing
public record ThreadPage(
        ThreadSummary thread,
        List<MessageView> messages,
        boolean earlier,
        boolean open,
        boolean inEmergency,
        long liveSequence) {

    public ThreadPage {
        messages = List.copyOf(messages);
    }
}
