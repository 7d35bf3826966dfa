package health.visavis.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import health.visavis.MutableClock;
import health.visavis.PlatformTest;
import health.visavis.TestDatabase;
import health.visavis.access.AccessDenied;
import health.visavis.kernel.AppointmentId;
import health.visavis.kernel.ClinicianId;
import health.visavis.kernel.MessageId;
import health.visavis.kernel.Requirement;
import health.visavis.live.LiveEvents;
import health.visavis.live.RecordingSubscriber;
import health.visavis.live.Topic;
import health.visavis.messaging.UnreadNotices.Notice;
import health.visavis.people.PeopleFixtures;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

@PlatformTest
class ThreadsModuleTest {

    @Autowired
    MessagingFixtures messaging;

    @Autowired
    PeopleFixtures people;

    @Autowired
    StartThread startThread;

    @Autowired
    MyThreads myThreads;

    @Autowired
    MarkRead markRead;

    @Autowired
    FollowThread followThread;

    @Autowired
    FollowOwnNews followOwnNews;

    @Autowired
    FollowedMessages followedMessages;

    @Autowired
    UnreadNotices unreadNotices;

    @Autowired
    LiveEvents live;

    @Autowired
    MutableClock clock;

    @Autowired
    TransactionTemplate transaction;

    private final JdbcTemplate database = new JdbcTemplate(TestDatabase.asSuperuser());

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void aPatientAndAClinicianHaveOneLastingConversationAndOnePerVisit() {
        var conversation = messaging.conversation();
        var patient = conversation.patient().patient();
        var clinician = conversation.doctor().clinician();
        var visit = AppointmentId.next();

        assertThat(startThread.with(conversation.doctor(), patient, clinician)).contains(conversation.thread());
        var ofVisit = startThread.ofVisit(conversation.patient(), visit, patient, clinician);

        assertThat(ofVisit).isPresent().isNotEqualTo(Optional.of(conversation.thread()));
        assertThat(startThread.ofVisit(conversation.doctor(), visit, patient, clinician))
                .isEqualTo(ofVisit);
    }

    @Test
    void aConversationNeedsAClinicianThatExists() {
        var patient = people.patient();

        assertThat(startThread.with(patient, patient.patient(), ClinicianId.next()))
                .isEmpty();
    }

    @Test
    void aPatientWritesOnlyToCliniciansWhoTreatHim() {
        var patient = messaging.conversation().patient();

        assertThat(startThread.with(patient, patient.patient(), people.doctor().clinician()))
                .isEmpty();
    }

    @Test
    void aNurseBeginsInTheNameOfTheTeam() {
        var conversation = messaging.conversation();
        var nurse = people.nurseOnTheTeamOf(conversation.doctor().clinician());

        assertThat(startThread.about(nurse, conversation.patient().patient())).contains(conversation.thread());
        assertThat(startThread.about(
                        conversation.doctor(), conversation.patient().patient()))
                .contains(conversation.thread());
    }

    @Test
    @Requirement("IAM-10")
    void aDoctorDoesNotWriteToSomebodyElsesPatient() {
        var doctor = people.doctor();
        var patient = people.patient();

        assertThatThrownBy(() -> startThread.with(doctor, patient.patient(), doctor.clinician()))
                .isInstanceOf(AccessDenied.class);
    }

    @Test
    void unreadCountsTheOthersMessagesUntilTheyAreRead() {
        var conversation = messaging.conversation();
        messaging.send(conversation.doctor(), conversation.thread(), "One");
        messaging.send(conversation.doctor(), conversation.thread(), "Two");

        assertThat(myThreads.unread(conversation.patient())).isEqualTo(2);
        assertThat(myThreads.unread(conversation.doctor())).isZero();
        assertThat(myThreads.list(conversation.patient())).singleElement().satisfies(thread -> {
            assertThat(thread.unread()).isEqualTo(2);
            assertThat(thread.clinicianName()).isEqualTo("Doc Example");
        });

        markRead.upTo(conversation.patient(), conversation.thread(), 1);
        assertThat(myThreads.unread(conversation.patient())).isEqualTo(1);

        markRead.upTo(conversation.patient(), conversation.thread(), 99);
        markRead.upTo(conversation.patient(), conversation.thread(), 1);
        assertThat(myThreads.unread(conversation.patient())).isZero();
    }

    @Test
    @Requirement("AUD-02")
    void theListSaysWhichPatientsItShowed() {
        var conversation = messaging.conversation();
        var other = messaging.conversation(conversation.doctor());

        assertThat(myThreads.list(conversation.doctor()))
                .extracting(ThreadSummary::id)
                .containsExactlyInAnyOrder(conversation.thread(), other.thread());

        assertThat(database.queryForObject(
                        """
                        SELECT count(*) FROM audit_event_patient shown JOIN audit_event event ON event.id = shown.event_id
                         WHERE event.actor = ? AND event.action = 'list-threads'
                        """, Long.class, conversation.doctor().person().value()))
                .isEqualTo(2);
    }

    @Test
    @Requirement("APP-10")
    void whoeverFollowsAThreadReceivesItsMessages() {
        var conversation = messaging.conversation();
        var topic = Topic.thread(conversation.thread().value());
        var page = new RecordingSubscriber();
        var badge = new RecordingSubscriber();
        followThread.follow(conversation.doctor(), conversation.thread());
        followOwnNews.follow(conversation.doctor(), conversation.doctor().person());
        live.subscribe(topic, 0, page);
        live.subscribe(Topic.person(conversation.doctor().person().value()), 0, badge);

        var stored = messaging.send(conversation.patient(), conversation.thread(), "Are you there?");

        await().untilAsserted(() -> assertThat(page.events()).singleElement().satisfies(event -> {
            assertThat(event.kind()).isEqualTo("message");
            assertThat(event.ref()).isEqualTo(stored.message().value());
        }));
        await().untilAsserted(() -> assertThat(badge.events())
                .singleElement()
                .satisfies(event -> assertThat(event.kind()).isEqualTo("unread")));
        assertThat(followedMessages.message(conversation.doctor(), conversation.thread(), stored.message()))
                .map(MessageView::text)
                .contains("Are you there?");
    }

    @Test
    @Requirement("IAM-10")
    void nobodyFollowsWhatHeMayNotRead() {
        var conversation = messaging.conversation();
        var stored = messaging.send(conversation.patient(), conversation.thread(), "Private");
        var stranger = people.doctor();

        assertThatThrownBy(() -> followThread.follow(stranger, conversation.thread()))
                .isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() ->
                        followOwnNews.follow(stranger, conversation.patient().person()))
                .isInstanceOf(AccessDenied.class);
        assertThat(followedMessages.message(stranger, conversation.thread(), stored.message()))
                .isEmpty();
    }

    @Test
    void aMessageIsFoundInItsOwnThreadOnly() {
        var conversation = messaging.conversation();
        var other = messaging.conversation();
        var stored = messaging.send(other.patient(), other.thread(), "Elsewhere");

        assertThat(followedMessages.message(conversation.patient(), conversation.thread(), stored.message()))
                .isEmpty();
        assertThat(followedMessages.message(conversation.patient(), conversation.thread(), MessageId.next()))
                .isEmpty();
    }

    @Test
    void aNoticeIsDueAfterFiveMinutesAndOncePerThreadAndHour() {
        var conversation = messaging.conversation();
        messaging.send(conversation.doctor(), conversation.thread(), "One");
        assertThat(noticesFor(conversation)).isEmpty();

        clock.advance(Duration.ofMinutes(6));
        assertThat(noticesFor(conversation))
                .containsExactly(
                        new Notice(conversation.thread(), conversation.patient().person(), 1));
        assertThat(noticesFor(conversation)).isEmpty();

        messaging.send(conversation.doctor(), conversation.thread(), "Two");
        clock.advance(Duration.ofMinutes(30));
        assertThat(noticesFor(conversation)).isEmpty();

        clock.advance(Duration.ofMinutes(31));
        assertThat(noticesFor(conversation))
                .containsExactly(
                        new Notice(conversation.thread(), conversation.patient().person(), 2));

        clock.advance(Duration.ofHours(5));
        assertThat(noticesFor(conversation)).isEmpty();
    }

    @Test
    void whatWasReadInTimeNeedsNoNotice() {
        var conversation = messaging.conversation();
        messaging.send(conversation.doctor(), conversation.thread(), "One");
        markRead.upTo(conversation.patient(), conversation.thread(), 1);

        clock.advance(Duration.ofMinutes(10));

        assertThat(noticesFor(conversation)).isEmpty();
    }

    private List<Notice> noticesFor(MessagingFixtures.Conversation conversation) {
        return transaction.execute(open -> unreadNotices.claim(clock.instant())).stream()
                .filter(notice -> notice.thread().equals(conversation.thread()))
                .toList();
    }
}
