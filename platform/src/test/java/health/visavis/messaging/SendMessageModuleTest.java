package health.visavis.messaging;

import static health.visavis.messaging.MessagingFixtures.draft;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.visavis.PlatformTest;
import health.visavis.TestDatabase;
import health.visavis.access.AccessDenied;
import health.visavis.access.Actor;
import health.visavis.access.Role;
import health.visavis.kernel.Requirement;
import health.visavis.kernel.ThreadId;
import health.visavis.messaging.MessagingFixtures.Conversation;
import health.visavis.people.PeopleFixtures;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@PlatformTest
class SendMessageModuleTest {

    @Autowired
    SendMessage sendMessage;

    @Autowired
    PostOffice postOffice;

    @Autowired
    ReadThread readThread;

    @Autowired
    MessagingFixtures messaging;

    @Autowired
    PeopleFixtures people;

    private final JdbcTemplate database = new JdbcTemplate(TestDatabase.asSuperuser());
    private Conversation conversation;

    @BeforeEach
    void aConversation() {
        conversation = messaging.conversation();
    }

    @Test
    @Requirement("APP-10")
    void patientAndDoctorReadWhatTheOtherWrote() {
        messaging.send(conversation.patient(), conversation.thread(), "The cough is back.");
        messaging.send(conversation.doctor(), conversation.thread(), "Since when?");

        assertThat(texts(conversation.patient())).containsExactly("The cough is back.", "Since when?");
        assertThat(readThread
                        .newest(conversation.doctor(), conversation.thread())
                        .messages())
                .satisfiesExactly(
                        fromPatient -> {
                            assertThat(fromPatient.senderRole()).isEqualTo(Role.PATIENT);
                            assertThat(fromPatient.senderName()).isEqualTo("Pat Example");
                            assertThat(fromPatient.sentBySelf()).isFalse();
                        },
                        fromDoctor -> {
                            assertThat(fromDoctor.senderRole()).isEqualTo(Role.DOCTOR);
                            assertThat(fromDoctor.sentBySelf()).isTrue();
                        });
    }

    @Test
    void sendingTheSameMessageAgainStoresItOnce() {
        var draft = draft(conversation.thread(), "Once");

        var first = sendMessage.send(conversation.patient(), draft);
        var second = sendMessage.send(conversation.patient(), draft);

        assertThat(second).isEqualTo(first);
        assertThat(texts(conversation.patient())).containsExactly("Once");
    }

    @Test
    void theSameMessageFromManyAttemptsAtOnceIsStoredOnce() throws Exception {
        var draft = draft(conversation.thread(), "Once");

        var answers = all(IntStream.range(0, 30)
                .mapToObj(attempt -> postOffice.post(conversation.patient(), draft))
                .toList());

        assertThat(answers).hasSize(30).allSatisfy(answer -> assertThat(answer).isEqualTo(answers.getFirst()));
        assertThat(texts(conversation.patient())).containsExactly("Once");
    }

    @Test
    @Requirement("APP-10")
    void underParallelSendersNoPlaceIsMissingAndEachSendersOrderIsKept() throws Exception {
        var threads = List.of(conversation, messaging.conversation(), messaging.conversation());
        var answers = new ArrayList<CompletableFuture<SendOutcome>>();
        for (var number = 0; number < 60; number++) {
            for (var each : threads) {
                answers.add(postOffice.post(each.patient(), draft(each.thread(), "patient " + number)));
                answers.add(postOffice.post(each.doctor(), draft(each.thread(), "doctor " + number)));
            }
        }
        all(answers);

        for (var each : threads) {
            assertThat(database.queryForList(
                            "SELECT sequence FROM message WHERE thread_id = ? ORDER BY sequence",
                            Long.class,
                            each.thread().value()))
                    .isEqualTo(LongStream.rangeClosed(1, 120).boxed().toList());
            var all = everything(each);
            assertThat(all).filteredOn(text -> text.startsWith("patient")).isEqualTo(numbered("patient"));
            assertThat(all).filteredOn(text -> text.startsWith("doctor")).isEqualTo(numbered("doctor"));
        }
    }

    @Test
    void oneRefusedMessageDoesNotHoldUpTheOthersOfItsCommit() throws Exception {
        var stranger = people.patient();
        var good = new ArrayList<CompletableFuture<SendOutcome>>();
        var refused = new ArrayList<CompletableFuture<SendOutcome>>();
        for (var number = 0; number < 20; number++) {
            good.add(postOffice.post(conversation.patient(), draft(conversation.thread(), "Number " + number)));
            refused.add(postOffice.post(stranger, draft(conversation.thread(), "Let me in")));
        }

        assertThat(all(good)).hasSize(20).allMatch(SendOutcome.Stored.class::isInstance);
        assertThat(refused)
                .allSatisfy(answer -> assertThatThrownBy(answer::get)
                        .isInstanceOf(ExecutionException.class)
                        .hasCauseInstanceOf(AccessDenied.class));
        assertThat(texts(conversation.patient())).hasSize(20);
        assertThat(database.queryForObject(
                        "SELECT count(*) FROM audit_event WHERE actor = ? AND outcome = 'REFUSED'",
                        Long.class,
                        stranger.person().value()))
                .isEqualTo(20);
    }

    @Test
    void nothingAndTooMuchAreNotStored() {
        assertThat(sendMessage.send(conversation.patient(), draft(conversation.thread(), " \n ")))
                .isInstanceOf(SendOutcome.Empty.class);
        assertThat(sendMessage.send(
                        conversation.patient(), draft(conversation.thread(), "a".repeat(MessageDraft.LONGEST + 1))))
                .isInstanceOf(SendOutcome.TooLong.class);
        assertThat(texts(conversation.patient())).isEmpty();
    }

    @Test
    @Requirement("IAM-10")
    void anotherPatientAndAnUnrelatedDoctorMayNeitherReadNorWrite() {
        messaging.send(conversation.patient(), conversation.thread(), "Private");

        for (var stranger : List.of(people.patient(), people.doctor(), people.nurseOnTheTeamOf(), people.admin())) {
            assertThatThrownBy(() -> sendMessage.send(stranger, draft(conversation.thread(), "Hello")))
                    .isInstanceOf(AccessDenied.class);
            assertThatThrownBy(() -> readThread.newest(stranger, conversation.thread()))
                    .isInstanceOf(AccessDenied.class);
            assertThat(database.queryForObject(
                            "SELECT count(*) FROM audit_event WHERE actor = ? AND outcome = 'REFUSED' AND subject_id = ?",
                            Long.class,
                            stranger.person().value(),
                            conversation.thread().value()))
                    .isEqualTo(2);
        }
        assertThat(texts(conversation.patient())).containsExactly("Private");
    }

    @Test
    @Requirement("IAM-10")
    void aThreadThatDoesNotExistIsRefusedLikeOneThatMayNotBeSeen() {
        assertThatThrownBy(() -> readThread.newest(conversation.doctor(), ThreadId.next()))
                .isInstanceOfSatisfying(
                        AccessDenied.class,
                        denied -> assertThat(denied.existencePrivate()).isTrue());
    }

    @Test
    @Requirement("IAM-10")
    void aNurseOfTheTreatingTeamReadsAndAnswers() {
        var nurse = people.nurseOnTheTeamOf(conversation.doctor().clinician());
        messaging.send(conversation.patient(), conversation.thread(), "May I eat before the test?");

        assertThat(texts(nurse)).containsExactly("May I eat before the test?");
        messaging.send(nurse, conversation.thread(), "Please come fasting.");

        assertThat(texts(conversation.patient())).hasSize(2);
    }

    @Test
    @Requirement("AUD-01")
    void everyMessageIsOnTheTrailOfItsPatient() {
        messaging.send(conversation.doctor(), conversation.thread(), "Hello");

        assertThat(database.queryForList(
                        "SELECT action FROM audit_event WHERE actor = ? AND patient_id = ? AND outcome = 'GRANTED'",
                        String.class,
                        conversation.doctor().person().value(),
                        conversation.patient().patient().value()))
                .contains("send-message");
    }

    private static List<String> numbered(String prefix) {
        return IntStream.range(0, 60).mapToObj(number -> prefix + " " + number).toList();
    }

    private List<String> texts(Actor reader) {
        return readThread.newest(reader, conversation.thread()).messages().stream()
                .map(MessageView::text)
                .toList();
    }

    private List<String> everything(Conversation of) {
        var texts = new ArrayList<String>();
        var page = readThread.newest(of.patient(), of.thread());
        texts.addAll(0, page.messages().stream().map(MessageView::text).toList());
        while (page.earlier()) {
            page = readThread.before(
                    of.patient(), of.thread(), page.messages().getFirst().sequence());
            texts.addAll(0, page.messages().stream().map(MessageView::text).toList());
        }
        return texts;
    }

    private static List<SendOutcome> all(List<CompletableFuture<SendOutcome>> answers)
            throws InterruptedException, ExecutionException {
        var outcomes = new ArrayList<SendOutcome>();
        for (var answer : answers) {
            outcomes.add(answer.get());
        }
        return outcomes;
    }
}
