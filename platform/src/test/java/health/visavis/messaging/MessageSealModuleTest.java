package health.visavis.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.visavis.PlatformTest;
import health.visavis.TestDatabase;
import health.visavis.access.Actor;
import health.visavis.kernel.Requirement;
import health.visavis.kernel.ThreadId;
import health.visavis.keys.SealBroken;
import health.visavis.people.PeopleFixtures;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;

@PlatformTest
@ExtendWith(OutputCaptureExtension.class)
class MessageSealModuleTest {

    private static final String CANARY = "canary-5f1c8e-haemoglobin";

    @Autowired
    MessagingFixtures messaging;

    @Autowired
    PeopleFixtures people;

    @Autowired
    ReadThread readThread;

    @Autowired
    PostOffice postOffice;

    private final JdbcTemplate database = new JdbcTemplate(TestDatabase.asSuperuser());

    @Test
    @Requirement({"CMP-09", "APP-10"})
    void theTextOfAMessageIsInNoTableAndNoLog(CapturedOutput output) {
        var conversation = messaging.conversation();
        var stranger = people.patient();

        var stored = messaging.send(conversation.patient(), conversation.thread(), CANARY);
        postOffice.post(stranger, MessagingFixtures.draft(conversation.thread(), CANARY));
        postOffice
                .post(conversation.patient(), MessagingFixtures.draft(conversation.thread(), CANARY.repeat(1_000)))
                .join();
        database.update(
                "UPDATE message SET body = body || '\\x00' WHERE id = ?",
                stored.message().value());
        assertThatThrownBy(() -> read(conversation.doctor(), conversation.thread()))
                .isInstanceOf(SealBroken.class)
                .hasMessageNotContaining(CANARY);

        var inHexadecimal = HexFormat.of().formatHex(CANARY.getBytes(StandardCharsets.UTF_8));
        var tables = database.queryForList("SELECT tablename FROM pg_tables WHERE schemaname = 'public'", String.class);
        assertThat(tables)
                .contains("message", "audit_event", "live_event")
                .allSatisfy(table -> assertThat(database.queryForObject(
                                "SELECT count(*) FROM \"" + table + "\" t WHERE t::text LIKE ? OR t::text LIKE ?",
                                Long.class,
                                "%" + CANARY + "%",
                                "%" + inHexadecimal + "%"))
                        .as(table)
                        .isZero());
        assertThat(output.getAll()).doesNotContain(CANARY);
    }

    @Test
    @Requirement("CMP-09")
    void aChangedMessageDoesNotOpen() {
        var conversation = messaging.conversation();
        var stored = messaging.send(conversation.patient(), conversation.thread(), "The dose was 5 mg");

        database.update(
                "UPDATE message SET body = set_byte(body, 35, get_byte(body, 35) # 1) WHERE id = ?",
                stored.message().value());

        assertThatThrownBy(() -> read(conversation.doctor(), conversation.thread()))
                .isInstanceOf(SealBroken.class);
    }

    @Test
    @Requirement("CMP-09")
    void aMessageMovedToAnotherPlaceInTheThreadDoesNotOpen() {
        var conversation = messaging.conversation();
        var first = messaging.send(conversation.patient(), conversation.thread(), "Yes");
        var second = messaging.send(conversation.patient(), conversation.thread(), "No");

        copyBody(first.message().value(), second.message().value());

        assertThatThrownBy(() -> read(conversation.doctor(), conversation.thread()))
                .isInstanceOf(SealBroken.class);
    }

    @Test
    @Requirement("CMP-09")
    void aMessageMovedToAnotherPatientDoesNotOpen() {
        var one = messaging.conversation();
        var other = messaging.conversation(one.doctor());
        var first = messaging.send(one.patient(), one.thread(), "Positive");
        var second = messaging.send(other.patient(), other.thread(), "Negative");

        copyBody(first.message().value(), second.message().value());

        assertThatThrownBy(() -> read(other.doctor(), other.thread())).isInstanceOf(SealBroken.class);
    }

    private void copyBody(UUID from, UUID to) {
        database.update("UPDATE message SET body = (SELECT body FROM message WHERE id = ?) WHERE id = ?", from, to);
    }

    private void read(Actor reader, ThreadId thread) {
        readThread.newest(reader, thread);
    }
}
