package health.visavis.web.messaging;

import health.visavis.access.Actor;
import health.visavis.kernel.ClinicianId;
import health.visavis.kernel.PatientId;
import health.visavis.kernel.Sensitive;
import health.visavis.kernel.ThreadId;
import health.visavis.messaging.FileDraft;
import health.visavis.messaging.FileOutcome;
import health.visavis.messaging.MessageDraft;
import health.visavis.messaging.MessagePartners;
import health.visavis.messaging.MyThreads;
import health.visavis.messaging.PostOffice;
import health.visavis.messaging.ReadThread;
import health.visavis.messaging.SendFile;
import health.visavis.messaging.SendOutcome;
import health.visavis.messaging.StartThread;
import health.visavis.messaging.ThreadSummary;
import health.visavis.web.components.Choice;
import health.visavis.web.layout.Answer;
import health.visavis.web.layout.Page;
import health.visavis.web.layout.Redirect;
import health.visavis.web.layout.Shell;
import health.visavis.web.messaging.ThreadsView.ThreadItem;
import health.visavis.web.people.SpecialtyWords;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// Conversations without script; the chat island makes the same page live.
@Controller
class MessagesController {

    private final MyThreads myThreads;
    private final MessagePartners partners;
    private final StartThread startThread;
    private final ReadThread readThread;
    private final PostOffice postOffice;
    private final SendFile sendFile;
    private final Chats chats;

    MessagesController(
            MyThreads myThreads,
            MessagePartners partners,
            StartThread startThread,
            ReadThread readThread,
            PostOffice postOffice,
            SendFile sendFile,
            Chats chats) {
        this.myThreads = myThreads;
        this.partners = partners;
        this.startThread = startThread;
        this.readThread = readThread;
        this.postOffice = postOffice;
        this.sendFile = sendFile;
        this.chats = chats;
    }

    /// Without the visits in which nobody wrote: there is nothing to read in them, and nothing that tells one from
    /// another.
    @GetMapping("/messages")
    Page threads(Actor actor) {
        var threads = myThreads.list(actor).stream()
                .filter(thread -> thread.appointment() == null || thread.lastMessageAt() != null)
                .map(thread -> new ThreadItem(thread, otherSide(actor, thread)))
                .toList();
        return Page.of("messaging/threads", new ThreadsView(threads, actor.person()));
    }

    /// All conversations of one patient, for who may read them.
    @GetMapping("/patients/{patient}/messages")
    Page threadsOf(Actor actor, @PathVariable UUID patient) {
        var whose = new PatientId(patient);
        return Page.of("messaging/patient", new PatientThreadsView(whose, myThreads.of(actor, whose)));
    }

    @GetMapping("/messages/new")
    Page choosePartner(Actor actor, Shell shell) {
        return Page.of("messaging/new", newThread(actor, false, shell));
    }

    @PostMapping("/messages")
    Answer start(Actor actor, Shell shell, @RequestParam UUID partner) {
        var thread = actor.patient() != null
                ? startThread.with(actor, actor.patient(), new ClinicianId(partner))
                : startThread.about(actor, new PatientId(partner));
        return thread.<Answer>map(id -> Redirect.to("/messages/{thread}", id))
                .orElseGet(() -> Page.of("messaging/new", newThread(actor, true, shell))
                        .status(HttpStatus.UNPROCESSABLE_CONTENT));
    }

    @GetMapping("/messages/{thread}")
    Page thread(Actor actor, @PathVariable UUID thread, @RequestParam(required = false) @Nullable Long before) {
        var id = new ThreadId(thread);
        var page = before == null ? chats.open(actor, id) : readThread.before(actor, id, before);
        return show(actor, page.thread(), chats.view(page), before == null);
    }

    @PostMapping("/messages/{thread}")
    Answer send(
            Actor actor,
            @PathVariable UUID thread,
            @RequestParam UUID clientId,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @Nullable MultipartFile file) {
        var id = new ThreadId(thread);
        if (file != null && SentFiles.isChosen(file)) {
            return sendFile(actor, SentFiles.draft(id, clientId, text, file), text);
        }
        return switch (post(actor, new MessageDraft(id, clientId, Sensitive.of(text)))) {
            case SendOutcome.Stored _ -> Redirect.to("/messages/{thread}", id);
            case SendOutcome.CareOver _ -> notSent(actor, id, text, "messaging.thread.careOver");
            case SendOutcome.ContentGone _ -> notSent(actor, id, text, "messaging.thread.contentDestroyed");
            case SendOutcome.Empty _ -> notSent(actor, id, text, "messaging.thread.empty");
            case SendOutcome.TooLong _ -> notSent(actor, id, text, "messaging.thread.tooLong");
        };
    }

    private Answer sendFile(Actor actor, FileDraft draft, String text) {
        return switch (sendFile.send(actor, draft)) {
            case FileOutcome.Stored _ -> Redirect.to("/messages/{thread}", draft.thread());
            case FileOutcome.CareOver _ -> notSent(actor, draft.thread(), text, "messaging.thread.careOver");
            case FileOutcome.ContentGone _ -> notSent(actor, draft.thread(), text, "messaging.thread.contentDestroyed");
            case FileOutcome.TextTooLong _ -> notSent(actor, draft.thread(), text, "messaging.thread.tooLong");
            case FileOutcome.Refused refused ->
                notSent(actor, draft.thread(), text, FileRules.refusalKey(refused.why()));
        };
    }

    private SendOutcome post(Actor actor, MessageDraft draft) {
        try {
            return postOffice.post(actor, draft).join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    private Page notSent(Actor actor, ThreadId thread, String text, String why) {
        var page = chats.open(actor, thread);
        return show(actor, page.thread(), chats.view(page).refused(text, why), true)
                .status(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static Page show(Actor actor, ThreadSummary thread, ChatView chat, boolean newest) {
        return Page.of("messaging/thread", new ThreadView(thread, otherSide(actor, thread), chat, newest));
    }

    private NewThreadView newThread(Actor actor, boolean refused, Shell shell) {
        return actor.patient() != null
                ? new NewThreadView(clinicians(actor, shell), true, refused)
                : new NewThreadView(patients(actor), false, refused);
    }

    private List<Choice> clinicians(Actor actor, Shell shell) {
        return partners.clinicians(actor).stream()
                .map(clinician -> Choice.of(
                        clinician.id().toString(),
                        clinician.displayName() + " · " + SpecialtyWords.of(shell, clinician.specialty())))
                .toList();
    }

    private List<Choice> patients(Actor actor) {
        return partners.patients(actor).stream()
                .map(patient -> Choice.of(patient.id().toString(), patient.displayName()))
                .toList();
    }

    private static String otherSide(Actor actor, ThreadSummary thread) {
        return thread.patient().equals(actor.patient()) ? thread.clinicianName() : thread.patientName();
    }
}
