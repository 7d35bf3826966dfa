package health.visavis.web.messaging;

import health.visavis.kernel.ThreadId;
import health.visavis.kernel.TimeOrderedId;
import health.visavis.messaging.MessageView;
import health.visavis.messaging.ThreadPage;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A conversation as `messaging/chat.jte` draws it, on its own page and beside a call.
///
/// @param since the live event to follow from
/// @param lastSequence the newest message shown
/// @param earlier address of the messages before these
/// @param open whether the viewer can write here
/// @param inEmergency whether the viewer reads here only because of an emergency
/// @param clientId makes sending this form twice one message
/// @param draft what was written but refused
/// @param error text key of why, or of why not the file
/// @param files what may be sent
public record ChatView(
        ThreadId thread,
        List<MessageView> messages,
        long since,
        long lastSequence,
        @Nullable String earlier,
        boolean open,
        boolean inEmergency,
        UUID clientId,
        String draft,
        @Nullable String error,
        FileRules files) {

    public static ChatView of(ThreadPage page, FileRules files) {
        var messages = page.messages();
        return new ChatView(
                page.thread().id(),
                messages,
                page.liveSequence(),
                messages.isEmpty() ? 0 : messages.getLast().sequence(),
                page.earlier()
                        ? "/messages/" + page.thread().id() + "?before="
                                + messages.getFirst().sequence()
                        : null,
                page.open(),
                page.inEmergency(),
                TimeOrderedId.next(),
                "",
                null,
                files);
    }

    ChatView refused(String text, String why) {
        return new ChatView(
                thread, messages, since, lastSequence, earlier, open, inEmergency, clientId, text, why, files);
    }

    /// The text key of a sender's role.
    public static String roleKey(MessageView message) {
        if (message.byProxy()) {
            return "messaging.role.proxy";
        }
        return switch (message.senderRole()) {
            case DOCTOR -> "messaging.role.doctor";
            case NURSE -> "messaging.role.nurse";
            case PATIENT, ADMIN, SYSTEM, GUEST, EMERGENCY -> "messaging.role.patient";
        };
    }
}
