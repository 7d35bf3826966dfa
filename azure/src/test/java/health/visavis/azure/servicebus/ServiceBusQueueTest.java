package health.visavis.azure.servicebus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.visavis.azure.entra.EntraIdentity;
import health.visavis.azure.entra.EntraSettings;
import health.visavis.azure.http.AzureHttp;
import health.visavis.simulator.AcsSimulator;
import health.visavis.simulator.fault.Fault;
import health.visavis.simulator.news.SimulatedQueue;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The queue is a simulation that keeps to Microsoft's documentation.
class ServiceBusQueueTest {

    @TempDir
    static Path folder;

    private static AcsSimulator simulator;
    private static ServiceBusQueue queue;

    @BeforeAll
    static void start() throws IOException {
        simulator = AcsSimulator.start(AcsSimulator.Ports.FREE, Clock.systemUTC());
        var assertion = Files.writeString(folder.resolve("assertion.jwt"), "an-assertion-of-the-cluster");
        var trust = simulator.certificate().forClients();
        var identity = EntraIdentity.of(
                new EntraSettings(
                        simulator.entra().address(),
                        "11111111-2222-3333-4444-555555555555",
                        "66666666-7777-8888-9999-000000000000",
                        assertion.toString(),
                        EntraSettings.Managed.NONE),
                AzureHttp.client(Duration.ofSeconds(5), Duration.ofSeconds(5), trust));
        queue = new ServiceBusQueue(
                new ServiceBusSettings(
                        simulator.queue().namespace(), SimulatedQueue.NAME, Duration.ZERO, Duration.ZERO),
                trust,
                identity);
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @BeforeEach
    void begin() {
        simulator.faults().clear();
        simulator.queue().clear();
    }

    @Test
    void anEmptyQueueHasNothing() {
        assertThat(queue.receive()).isEmpty();
    }

    @Test
    void aMessageIsReceivedOnceWhileItIsLockedAndIsGoneOnceItIsComplete() {
        simulator.queue().put("one", "{}".getBytes(StandardCharsets.UTF_8));

        var message = queue.receive().orElseThrow();

        assertThat(message.id()).isEqualTo("one");
        assertThat(message.deliveries()).isEqualTo(1);
        assertThat(message.body()).asString().isEqualTo("{}");
        assertThat(queue.receive()).isEmpty();
        assertThat(queue.complete(message)).isTrue();
        assertThat(simulator.queue().waiting()).isEmpty();
    }

    @Test
    void whatIsPutBackComesAgainAndIsCounted() {
        simulator.queue().put("one", "{}".getBytes(StandardCharsets.UTF_8));

        assertThat(queue.release(queue.receive().orElseThrow())).isTrue();

        assertThat(queue.receive().orElseThrow().deliveries()).isEqualTo(2);
    }

    @Test
    void aLockThatIsLostSettlesNothing() {
        simulator.queue().put("one", "{}".getBytes(StandardCharsets.UTF_8));
        var message = queue.receive().orElseThrow();
        simulator.queue().loseEveryLock();

        assertThat(queue.complete(message)).isFalse();

        assertThat(simulator.queue().waiting()).hasSize(1);
    }

    @Test
    void aQueueThatRefusesIsUnavailableAndSaysNothingOfAMessage() {
        for (var status : new int[] {401, 403, 500, 503}) {
            simulator.faults().once("POST .*", new Fault.Failed(status));
            assertThatThrownBy(queue::receive)
                    .isInstanceOf(ServiceBusQueue.Unavailable.class)
                    .hasMessage("A message was asked for and the queue answered " + status);
        }
    }

    @Test
    void aNamespaceIsAnHttpsAddressAndNoConnectionString() {
        assertThatThrownBy(() -> new ServiceBusSettings(
                        URI.create("sb://clinic.servicebus.windows.net"), "acs-events", Duration.ZERO, Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ServiceBusSettings(
                        URI.create("https://clinic.servicebus.windows.net"), "../other", Duration.ZERO, Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
