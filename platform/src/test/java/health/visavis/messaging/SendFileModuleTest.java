package health.visavis.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.visavis.PlatformTest;
import health.visavis.TestDatabase;
import health.visavis.access.AccessDenied;
import health.visavis.access.Actor;
import health.visavis.files.FileKind;
import health.visavis.files.FileRefusal;
import health.visavis.files.OpenFile;
import health.visavis.files.Photos;
import health.visavis.kernel.Sensitive;
import health.visavis.kernel.TimeOrderedId;
import health.visavis.people.PeopleFixtures;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;

@PlatformTest
@ExtendWith(OutputCaptureExtension.class)
class SendFileModuleTest {

    private static final String CANARY = "canary-77d2-bilirubin";

    @Autowired
    MessagingFixtures messaging;

    @Autowired
    PeopleFixtures people;

    @Autowired
    SendFile sendFile;

    @Autowired
    ReadFile readFile;

    @Autowired
    ReadThread readThread;

    @Autowired
    FollowedMessages followed;

    private final JdbcTemplate database = new JdbcTemplate(TestDatabase.asSuperuser());
    private MessagingFixtures.Conversation conversation;

    @BeforeEach
    void aConversation() {
        conversation = messaging.conversation();
    }

    @Test
    void aPhotoOfThePatientIsSeenByTheDoctor() throws IOException {
        var stored = send(conversation.patient(), "arm.jpg", Photos.jpegFromCamera(900, 600, 6));

        var message = readThread
                .newest(conversation.doctor(), conversation.thread())
                .messages()
                .getLast();
        assertThat(message.id()).isEqualTo(stored.message());
        assertThat(message.text()).isEqualTo("Since Monday");
        assertThat(message.file().name()).isEqualTo("arm.jpg");
        assertThat(message.file().width()).isEqualTo(600);
        assertThat(followed.message(conversation.doctor(), conversation.thread(), stored.message()))
                .hasValueSatisfying(live -> assertThat(live.file()).isEqualTo(message.file()));
        var picture = bytes(readFile.content(conversation.doctor(), conversation.thread(), stored.message())
                .orElseThrow());
        assertThat(picture).hasSize((int) message.file().size());
        var preview = readFile.preview(conversation.doctor(), conversation.thread(), stored.message())
                .orElseThrow();
        assertThat(preview.details().kind()).isEqualTo(FileKind.JPEG);
        assertThat(bytes(preview)).isNotEmpty();
    }

    @Test
    void eachLookAtAFileIsOnTheTrail() {
        var stored = send(conversation.patient(), "arm.jpg", Photos.jpeg(90, 60));

        readFile.content(conversation.doctor(), conversation.thread(), stored.message());
        readFile.content(conversation.doctor(), conversation.thread(), stored.message());

        assertThat(trail(conversation.doctor(), "read-file", "GRANTED")).isEqualTo(2);
        assertThat(trail(conversation.patient(), "send-file", "GRANTED")).isEqualTo(1);
    }

    @Test
    void whoMayNotReadTheConversationMayNotReadItsFiles() {
        var stored = send(conversation.patient(), "arm.jpg", Photos.jpeg(90, 60));
        var stranger = people.doctor();

        assertThatThrownBy(() -> readFile.content(stranger, conversation.thread(), stored.message()))
                .isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> readFile.preview(people.admin(), conversation.thread(), stored.message()))
                .isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> send(stranger, "arm.jpg", Photos.jpeg(90, 60))).isInstanceOf(AccessDenied.class);
        assertThat(trail(stranger, "read-file", "REFUSED")).isEqualTo(1);
    }

    /// One's own conversation does not open the file of another.
    @Test
    void aFileOpensOnlyInItsConversation() {
        var stored = send(conversation.patient(), "arm.jpg", Photos.jpeg(90, 60));
        var other = messaging.conversation();

        assertThat(readFile.content(other.doctor(), other.thread(), stored.message()))
                .isEmpty();
    }

    @Test
    void aFileSentTwiceIsOneMessage() {
        var clientId = TimeOrderedId.next();
        var first = sendFile.send(conversation.patient(), draft(clientId, "arm.jpg", Photos.jpeg(90, 60)));
        var second = sendFile.send(conversation.patient(), draft(clientId, "arm.jpg", Photos.jpeg(90, 60)));

        assertThat(second).isEqualTo(first);
        assertThat(readThread
                        .newest(conversation.doctor(), conversation.thread())
                        .messages())
                .hasSize(1);
    }

    @Test
    void aRefusedFileLeavesNothing() {
        var before = files();

        var outcome = sendFile.send(
                conversation.patient(), draft(TimeOrderedId.next(), "a.exe", new byte[] {'M', 'Z', 0, 1}));

        assertThat(outcome).isEqualTo(new FileOutcome.Refused(FileRefusal.UNKNOWN_KIND));
        assertThat(files()).isEqualTo(before);
        assertThat(readThread
                        .newest(conversation.patient(), conversation.thread())
                        .messages())
                .isEmpty();
    }

    @Test
    void whoHasSentTooMuchSinceYesterdayIsRefusedUntilTomorrow() {
        var quiet = messaging.conversation();
        send(conversation.patient(), "arm.jpg", Photos.jpeg(90, 60));
        database.update(
                "UPDATE stored_file SET size = 200 * 1024 * 1024 WHERE sender_id = ?",
                conversation.patient().person().value());
        var before = files();

        assertThat(sendFile.send(conversation.patient(), draft(TimeOrderedId.next(), "leg.jpg", Photos.jpeg(90, 60))))
                .isEqualTo(new FileOutcome.Refused(FileRefusal.TOO_MUCH_TODAY));

        assertThat(files()).isEqualTo(before);
        send(conversation.doctor(), "plan.jpg", Photos.jpeg(90, 60));
        conversation = quiet;
        send(quiet.patient(), "arm.jpg", Photos.jpeg(90, 60));
    }

    @Test
    void aDayLaterThereIsRoomAgain() {
        send(conversation.patient(), "arm.jpg", Photos.jpeg(90, 60));
        database.update(
                "UPDATE stored_file SET size = 200 * 1024 * 1024, created_at = created_at - interval '25 hours'"
                        + " WHERE sender_id = ?",
                conversation.patient().person().value());

        send(conversation.patient(), "leg.jpg", Photos.jpeg(90, 60));
    }

    @Test
    void neitherNameNorContentIsInAnyTableOrLog(CapturedOutput output) {
        send(conversation.patient(), CANARY + ".txt", ("Result: " + CANARY).getBytes(StandardCharsets.UTF_8));

        var hexadecimal = HexFormat.of().formatHex(CANARY.getBytes(StandardCharsets.UTF_8));
        for (var table :
                database.queryForList("SELECT tablename FROM pg_tables WHERE schemaname = 'public'", String.class)) {
            assertThat(database.queryForObject(
                            "SELECT count(*) FROM \"" + table + "\" t WHERE t::text LIKE ? OR t::text LIKE ?",
                            Long.class,
                            "%" + CANARY + "%",
                            "%" + hexadecimal + "%"))
                    .as(table)
                    .isZero();
        }
        assertThat(output.getAll()).doesNotContain(CANARY);
    }

    private FileOutcome.Stored send(Actor sender, String name, byte[] content) {
        return (FileOutcome.Stored) sendFile.send(sender, draft(TimeOrderedId.next(), name, content));
    }

    private FileDraft draft(UUID clientId, String name, byte[] content) {
        return new FileDraft(
                conversation.thread(),
                clientId,
                Sensitive.of("Since Monday"),
                Sensitive.of(name),
                Sensitive.of(content));
    }

    private int files() {
        return database.queryForObject("SELECT count(*) FROM stored_file", Integer.class);
    }

    private int trail(Actor actor, String action, String outcome) {
        return database.queryForObject(
                "SELECT count(*) FROM audit_event WHERE actor = ? AND action = ? AND outcome = ?",
                Integer.class,
                actor.person().value(),
                action,
                outcome);
    }

    private static byte[] bytes(OpenFile file) throws IOException {
        var out = new ByteArrayOutputStream();
        file.writeTo(out);
        return out.toByteArray();
    }
}
