package health.visavis.web.messaging;

import static health.visavis.web.layout.TestShell.NOW;

import health.visavis.access.Role;
import health.visavis.files.FileDetails;
import health.visavis.files.FileKind;
import health.visavis.kernel.AppointmentId;
import health.visavis.kernel.ClinicianId;
import health.visavis.kernel.MessageId;
import health.visavis.kernel.PatientId;
import health.visavis.kernel.PersonId;
import health.visavis.kernel.ThreadId;
import health.visavis.kernel.TimeOrderedId;
import health.visavis.messaging.MessageView;
import health.visavis.messaging.ThreadPage;
import health.visavis.messaging.ThreadSummary;
import health.visavis.web.components.Choice;
import health.visavis.web.i18n.Language;
import health.visavis.web.layout.Page;
import health.visavis.web.layout.TestShell;
import health.visavis.web.messaging.ThreadsView.ThreadItem;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The pages of messages in every state, with believable content.
public final class MessagesPages {

    private static final ThreadId THREAD = ThreadId.of("0199a000-0000-7000-8000-000000000002");
    private static final PersonId VIEWER = PersonId.of("0199a000-0000-7000-8000-000000000003");
    private static final String DOCTOR = "Dr. Elena Ruiz";
    private static final String PATIENT = "Dolores Márquez";

    private MessagesPages() {}

    public static Map<String, String> all(Language language) {
        var patient = TestShell.of(language).signedInAs(Role.PATIENT).at("/messages");
        var doctor = TestShell.of(language).signedInAs(Role.DOCTOR).at("/messages");
        var pages = new LinkedHashMap<String, String>();
        pages.put(
                "messages",
                patient.render(Page.of(
                        "messaging/threads",
                        new ThreadsView(
                                List.of(
                                        new ThreadItem(thread(2, null), DOCTOR),
                                        new ThreadItem(thread(0, AppointmentId.next()), DOCTOR)),
                                VIEWER))));
        pages.put("messages-none", patient.render(Page.of("messaging/threads", new ThreadsView(List.of(), VIEWER))));
        pages.put("messages-thread", patient.render(conversation(chat(messages()), true)));
        pages.put("messages-thread-earlier", patient.render(conversation(chat(messages()), false)));
        pages.put("messages-thread-empty", doctor.render(conversation(chat(List.of()), true)));
        pages.put(
                "messages-thread-refused",
                patient.render(conversation(chat(messages()).refused("", "messaging.thread.empty"), true)));
        var partners = List.of(Choice.of("1", DOCTOR + " · Cardiology"), Choice.of("2", "Dr. Samuel Okafor · Surgery"));
        pages.put("messages-new", patient.render(Page.of("messaging/new", new NewThreadView(partners, true, false))));
        pages.put(
                "messages-new-refused",
                doctor.render(Page.of("messaging/new", new NewThreadView(partners, false, true))));
        pages.put(
                "messages-new-nobody",
                patient.render(Page.of("messaging/new", new NewThreadView(List.of(), true, false))));
        pages.put(
                "messages-of-patient",
                doctor.render(Page.of(
                        "messaging/patient",
                        new PatientThreadsView(new PatientId(TimeOrderedId.next()), List.of(thread(0, null))))));
        pages.put(
                "messages-of-patient-none",
                doctor.render(Page.of(
                        "messaging/patient", new PatientThreadsView(new PatientId(TimeOrderedId.next()), List.of()))));
        pages.put(
                "messages-thread-emergency",
                doctor.render(conversation(
                        ChatView.of(
                                new ThreadPage(thread(0, null), messages(), false, false, true, 7),
                                new FileRules(20 << 20, true)),
                        true)));
        pages.put(
                "messages-thread-over",
                patient.render(conversation(
                        ChatView.of(
                                new ThreadPage(thread(0, null), List.of(), false, false, false, 7),
                                new FileRules(20 << 20, true)),
                        true)));
        return pages;
    }

    /// One of each look.
    public static Map<String, String> looks(Language language) {
        var pages = all(language);
        pages.keySet().removeAll(List.of("messages-thread-earlier", "messages-new-nobody"));
        return pages;
    }

    private static Page conversation(ChatView chat, boolean newest) {
        return Page.of("messaging/thread", new ThreadView(thread(0, null), DOCTOR, chat, newest));
    }

    private static ChatView chat(List<MessageView> messages) {
        return ChatView.of(
                new ThreadPage(thread(0, null), messages, !messages.isEmpty(), true, false, 7),
                new FileRules(20 << 20, true));
    }

    private static ThreadSummary thread(long unread, @Nullable AppointmentId visit) {
        return new ThreadSummary(
                THREAD,
                PatientId.next(),
                PATIENT,
                ClinicianId.next(),
                DOCTOR,
                visit,
                3,
                NOW.minus(Duration.ofHours(2)),
                unread);
    }

    private static List<MessageView> messages() {
        return List.of(
                message(1, false, Role.DOCTOR, "Good morning. How did you sleep with the new tablets?"),
                message(2, true, Role.PATIENT, "Better, thank you.\nOnly my mouth is dry in the morning."),
                message(
                        3,
                        false,
                        Role.NURSE,
                        "That can happen in the first week. A link without a place to break:"
                                + " https://example.org/a-very-long-address-that-a-small-phone-has-no-room-for"),
                photo(4));
    }

    private static MessageView message(long sequence, boolean own, Role role, String text) {
        return new MessageView(
                MessageId.next(),
                sequence,
                own ? VIEWER : PersonId.next(),
                own ? PATIENT : role == Role.NURSE ? "Nina Alvarado" : DOCTOR,
                role,
                text,
                NOW.minus(Duration.ofMinutes(40 - 10 * sequence)),
                own,
                false,
                null);
    }

    private static MessageView photo(long sequence) {
        return new MessageView(
                MessageId.next(),
                sequence,
                VIEWER,
                PATIENT,
                Role.PATIENT,
                "",
                NOW.minus(Duration.ofMinutes(5)),
                true,
                false,
                new FileDetails("left arm.jpg", FileKind.JPEG, 1_240_000, 1_200, 900));
    }
}
