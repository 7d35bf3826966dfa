package health.visavis.azure.acs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import health.visavis.PlatformTestApplication;
import health.visavis.TestDatabase;
import health.visavis.azure.acs.news.NewsIntake;
import health.visavis.kernel.RecordingId;
import health.visavis.recording.CallRecorderContract;
import health.visavis.recording.RecordedVisit.Meeting;
import health.visavis.simulator.AcsSimulator;
import health.visavis.simulator.fault.Fault;
import health.visavis.simulator.fault.Faults.Planned;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// The call is held in a room of the simulated vendor, who records it. Media is not simulated: what the file holds is
/// said here; that it lies there is told through the one intake of news.
@SpringBootTest(
        classes = PlatformTestApplication.class,
        properties = {
            "visavis.visit.engines=acs,direct",
            "visavis.recording.allowed=true",
            "visavis.azure.acs.recording.callback=https://visavis.invalid/azure/acs/calls",
            "visavis.azure.acs.recording.fetch-every=0s"
        })
@ContextConfiguration(initializers = TestDatabase.Initializer.class)
class AcsCallRecorderContractModuleTest extends CallRecorderContract {

    private static final AcsSimulator SIMULATOR = SimulatedAcs.simulator();

    @DynamicPropertySource
    static void azure(DynamicPropertyRegistry registry) {
        SimulatedAcs.configure(registry, SIMULATOR);
    }

    @Autowired
    private NewsIntake intake;

    @Autowired
    private RecordingFetch fetch;

    private final JdbcClient database = JdbcClient.create(TestDatabase.asSuperuser());

    @AfterEach
    void everyRequestWasAsMicrosoftDefinesIt() {
        SIMULATOR.faults().clear();
        assertThat(SIMULATOR.services().exchanges())
                .allSatisfy(exchange -> assertThat(exchange.askedWrongly()).isEmpty());
    }

    @Test
    void aVendorThatWasAwayIsToldAgain() {
        runs();
        SIMULATOR.faults().add(new Planned("DELETE /calling/recordings/.*", new Fault.Failed(503), 3));

        answer(false);

        awaitRecording(false);
    }

    /// The old one would go on without us: a consent that is taken back would not reach it.
    @Test
    void whenOurLegIsGoneItsRecordingEndsAndAnotherOneIsBegun() {
        runs();
        var before = newest();

        new AcsCallAutomation(SimulatedAcs.channel(), Clock.systemUTC()).hangUp(before.leg());
        take(SIMULATOR.services().callbacks().events().getLast().content());

        assertThat(SIMULATOR.services().calls().recording(before.vendorId())).isEmpty();
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(newest()).isNotEqualTo(before);
            assertThat(SIMULATOR.services().calls().recording(newest().vendorId()))
                    .contains(true);
        });
    }

    @Test
    void aRecordingThatRunsThoughItShouldNotIsToldAgainWhenTheVendorTellsOfIt() {
        runs();
        var vendorId = newest().vendorId();
        database.sql("UPDATE recording SET state = 'PAUSED' WHERE id = (SELECT recording_id FROM acs_recording WHERE"
                        + " vendor_id = ?)")
                .param(vendorId)
                .update();

        new AcsRecordings(SimulatedAcs.channel()).resume(vendorId);
        take(SIMULATOR.services().callbacks().events().getLast().content());

        assertThat(SIMULATOR.services().calls().recording(vendorId)).contains(false);
    }

    @Test
    void aFileOfARecordingThatIsNotOursIsNotNoted() {
        SIMULATOR
                .services()
                .events()
                .recordingReady("another", Duration.ofMinutes(3), "not-ours", SIMULATOR.endpoint());

        tellTheLast();

        assertThat(database.sql("SELECT count(*) FROM acs_recording_file WHERE id = 'not-ours'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Override
    protected boolean records(Meeting meeting) {
        return database.sql("""
                        SELECT acs.vendor_id FROM acs_recording acs JOIN recording ON recording.id = acs.recording_id
                         WHERE recording.visit_id = ? AND acs.vendor_id IS NOT NULL
                        """).param(meeting.visit().value()).query(String.class).list().stream()
                .anyMatch(vendors ->
                        SIMULATOR.services().calls().recording(vendors).orElse(false));
    }

    @Override
    protected void handsIn(Meeting meeting, RecordingId recording, String content) {
        var file = SIMULATOR.services().calls().makes(content.getBytes(StandardCharsets.UTF_8));
        SIMULATOR
                .services()
                .events()
                .recordingReady(vendorId(recording), Duration.ofMinutes(3), file, SIMULATOR.endpoint());
        tellTheLast();
        fetch.make();
    }

    @Override
    protected void handsInAgain(Meeting meeting, RecordingId recording, String content) {
        tellTheLast();
        fetch.make();
    }

    @Override
    protected int left() {
        return SIMULATOR.services().calls().files();
    }

    @Override
    protected boolean isTheBrowser() {
        return false;
    }

    private record Asked(String leg, String vendorId) {}

    /// What was asked of the vendor last.
    private Asked newest() {
        return database.sql("SELECT connection_id, vendor_id FROM acs_recording ORDER BY first_sent_at DESC LIMIT 1")
                .query((row, number) -> new Asked(row.getString("connection_id"), row.getString("vendor_id")))
                .single();
    }

    private void tellTheLast() {
        take(SIMULATOR.services().events().events().getLast());
    }

    private void take(JsonNode event) {
        intake.take(event.toString().getBytes(StandardCharsets.UTF_8));
    }

    private String vendorId(RecordingId recording) {
        return database.sql("SELECT vendor_id FROM acs_recording WHERE recording_id = ?")
                .param(recording.value())
                .query(String.class)
                .single();
    }
}
