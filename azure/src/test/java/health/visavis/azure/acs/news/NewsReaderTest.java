package health.visavis.azure.acs.news;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.visavis.azure.acs.news.AcsNews.Step;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The samples are Microsoft's own, but for line breaks.
class NewsReaderTest {

    private static final Path SAMPLES = Path.of("src/test/resources/events");
    private static final String ROOM = "99199690362660524";
    private static final String USER =
            "8:acs:bc360ba8-d29b-4ef2-b698-769ebef85521_0000000c-1fb9-4878-07fd-0848220077d8";

    @ParameterizedTest
    @ValueSource(strings = {"cloud-events-schema", "event-grid-schema"})
    void bothSchemasSayTheSame(String schema) {
        assertThat(read(schema + "/CallStarted.json"))
                .isInstanceOfSatisfying(
                        AcsNews.CallBegan.class,
                        began -> assertThat(began.room()).isEqualTo(ROOM));
        assertThat(read(schema + "/CallEnded.json")).isInstanceOfSatisfying(AcsNews.CallOver.class, over -> {
            assertThat(over.room()).isEqualTo(ROOM);
            assertThat(over.lasted()).isEqualTo(Duration.ofMillis(49_729));
        });
        assertThat(read(schema + "/CallParticipantAdded.json")).isInstanceOfSatisfying(AcsNews.Came.class, came -> {
            assertThat(came.user()).isEqualTo(USER);
            assertThat(came.at()).isEqualTo(Instant.parse("2021-09-22T17:02:39.2843314Z"));
        });
        assertThat(read(schema + "/CallParticipantRemoved.json")).isInstanceOf(AcsNews.Left.class);
        assertThat(read(schema + "/recording_file_status_updated.json"))
                .isInstanceOfSatisfying(AcsNews.RecordingReady.class, ready -> {
                    assertThat(ready.length()).isEqualTo(Duration.ofMillis(6_620));
                    assertThat(ready.files())
                            .singleElement()
                            .satisfies(file -> assertThat(file.deletion())
                                    .hasHost("storage.asm.skype.com")
                                    .hasPath("/v1/objects/" + file.id() + "/content/deletedata"));
                });
        assertThat(read(schema + "/email_delivery_report_received.json"))
                .isInstanceOfSatisfying(
                        AcsNews.MailReported.class,
                        mail -> assertThat(mail.delivered()).isTrue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"cloud-events-schema", "event-grid-schema"})
    void anSmsReportWritesItsNamesLarge(String schema) {
        assertThat(read(schema + "/sms_delivery_report_received.json"))
                .isInstanceOfSatisfying(AcsNews.SmsReported.class, sms -> {
                    assertThat(sms.delivered()).isTrue();
                    assertThat(sms.message()).isEqualTo("Outgoing_202009180022138813a09b-0cbf-4304-9b03-1546683bb910");
                });
    }

    @Test
    void aStepOfOurOwnLegIsRead() {
        assertThat(read("call-automation/CallConnected.json"))
                .isInstanceOfSatisfying(
                        AcsNews.CallStep.class, step -> assertThat(step.step()).isEqualTo(Step.CONNECTED));
        assertThat(read("call-automation/AddParticipantSucceeded.json"))
                .isInstanceOfSatisfying(
                        AcsNews.CallStep.class, step -> assertThat(step.step()).isEqualTo(Step.TELEPHONE_ANSWERED));
        assertThat(read("call-automation/RecordingStateChanged.json"))
                .isInstanceOfSatisfying(
                        AcsNews.RecordingTurned.class,
                        turned -> assertThat(turned.on()).isTrue());
        assertThat(read("call-automation/CallDisconnected.json"))
                .isInstanceOfSatisfying(
                        AcsNews.CallStep.class, step -> assertThat(step.step()).isEqualTo(Step.DISCONNECTED));
    }

    @Test
    void whatPeopleWroteIsNotReadEvenIfSomebodySubscribed() {
        assertThat(read("cloud-events-schema/chat_message_received.json")).isInstanceOf(AcsNews.Unasked.class);
        assertThat(read("cloud-events-schema/sms_received.json")).isInstanceOf(AcsNews.Unasked.class);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void nothingOfAPersonIsKeptFromAnySample(Path sample) {
        var news = NewsReader.read(bytes(sample));

        assertThat(news).hasSize(1);
        assertThat(news.toString()).doesNotContain("Sharif", "15555555555", "@contoso", "Welcome");
    }

    @Test
    void severalEventsInOneDeliveryAreSeveral() {
        var one = text("cloud-events-schema/CallStarted.json");
        var other = text("cloud-events-schema/CallEnded.json");

        assertThat(NewsReader.read(("[" + one + "," + other + "]").getBytes(StandardCharsets.UTF_8)))
                .hasSize(2);
    }

    @Test
    void theCodeOfAHandshakeIsFoundAndInNothingElse() {
        assertThat(NewsReader.validationCode(bytes(SAMPLES.resolve("eventgrid-subscription-validation.json"))))
                .isEqualTo("512d38b6-c7b8-40c8-89fe-f46f9e9622b6");
        assertThat(NewsReader.validationCode(bytes(SAMPLES.resolve("event-grid-schema/CallStarted.json"))))
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "7",
                "{}",
                "[7]",
                "[[]]",
                "{\"id\":\"1\"}",
                "{\"id\":\"1\",\"type\":\"Microsoft.Communication.CallStarted\",\"time\":\"yesterday\"}",
                "{\"id\":7,\"type\":\"Microsoft.Communication.CallStarted\",\"time\":\"2026-01-01T00:00:00Z\"}",
                "{\"id\":\"1\",\"type\":\"Microsoft.Communication.CallEnded\",\"time\":\"2026-01-01T00:00:00Z\",\"data\":{\"durationOfCall\":\"long\"}}",
                "{\"id\":\"1\",\"type\":\"Microsoft.Communication.CallStarted\",\"time\":\"+999999999-01-01T00:00:00Z\"}",
                "{\"id\":\"\\u0000\",\"type\":\"Microsoft.Communication.CallStarted\",\"time\":\"2026-01-01T00:00:00Z\"}",
                "{\"id\":\"\\ud800\",\"type\":\"Microsoft.Communication.CallStarted\",\"time\":\"2026-01-01T00:00:00Z\"}",
                "{\"id\":\"1\",\"type\":\"Microsoft.Communication.CallStarted\",\"time\":\"2026-01-01T00:00:00Z\",\"data\":{\"room\":{\"id\":\"\\u0000\"}}}",
                "<xml/>"
            })
    void whatIsNoDeliveryIsUnreadable(String text) {
        assertThatThrownBy(() -> NewsReader.read(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(NewsReader.Unreadable.class);
    }

    @Test
    void aDeliveryThatIsTooLargeIsNotRead() {
        assertThatThrownBy(() -> NewsReader.read(new byte[NewsReader.LARGEST + 1]))
                .isInstanceOf(NewsReader.Unreadable.class);
    }

    /// Bytes changed, doubled and cut off at random, always the same ones.
    @Test
    void tenThousandMutatedDeliveriesAreReadOrUnreadableAndNothingElse() {
        var random = new Random(20261122);
        var originals = samples().map(NewsReaderTest::bytes).toList();
        for (var number = 0; number < 10_000; number++) {
            var mutated = mutated(originals.get(random.nextInt(originals.size())), random);
            try {
                assertThat(NewsReader.read(mutated)).isNotNull();
            } catch (NewsReader.Unreadable refused) {
                assertThat(refused).hasNoCause();
            }
        }
    }

    static byte[] mutated(byte[] original, Random random) {
        var bytes = original.clone();
        for (var change = 0; change <= random.nextInt(8); change++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return random.nextInt(4) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
    }

    static Stream<Path> samples() {
        try (var paths = Files.walk(SAMPLES)) {
            return paths
                    .filter(path -> path.toString().endsWith(".json")
                            && !path.toString().contains("validation"))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static AcsNews read(String sample) {
        return NewsReader.read(bytes(SAMPLES.resolve(sample))).getFirst();
    }

    private static String text(String sample) {
        return new String(bytes(SAMPLES.resolve(sample)), StandardCharsets.UTF_8);
    }

    static byte[] bytes(Path sample) {
        try {
            return Files.readAllBytes(sample);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
