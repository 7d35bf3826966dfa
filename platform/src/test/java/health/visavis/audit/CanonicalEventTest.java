package health.visavis.audit;

import static org.assertj.core.api.Assertions.assertThat;

import health.visavis.audit.AuditEvent.Outcome;
import health.visavis.kernel.PatientId;
import health.visavis.kernel.PersonId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What was signed once has to be made again in ten years: the form of version 1 never changes.
class CanonicalEventTest {

    @Test
    void theFormOfVersionOne() {
        var row = row(List.of(id(5), id(4)));

        assertThat(new String(CanonicalEvent.encoded(row), StandardCharsets.UTF_8))
                .isEqualTo(
                        "21:visavis-audit-event/1,36:00000000-0000-7000-8000-000000000001,27:2026-03-02T12:00:00.000001Z,36:0"
                                + "0000000-0000-7000-8000-000000000002,6:DOCTOR,10:read-chart,7:GRANTED,7:related,-,64:c8fa9e700ed8149f"
                                + "fdfe16dfe2c89561765cb58850f4cec5dd3fef8de059f078,64:87b0cf9cfe1532a2744c27e88b341a358c1db0b201afc42e"
                                + "5a10903df216ed8a,");
        assertThat(CanonicalEvent.leaf(row))
                .hasToString("7f2c8acbcea7e89e9883b0d727a9eb0f831a843857c7d8bd9fc25338625300f7");
    }

    @Test
    void theOrderOfAListDoesNotCountAndWhoIsOnItDoes() {
        assertThat(CanonicalEvent.leaf(row(List.of(id(4), id(5)))))
                .isEqualTo(CanonicalEvent.leaf(row(List.of(id(5), id(4)))));
        assertThat(CanonicalEvent.leaf(row(List.of(id(4))))).isNotEqualTo(CanonicalEvent.leaf(row(List.of(id(5)))));
        assertThat(CanonicalEvent.leaf(row(List.of()))).isNotEqualTo(CanonicalEvent.leaf(row(List.of(id(5)))));
    }

    @Test
    void noOtherPatientAndNoAddressIsInTheForm() {
        assertThat(new String(CanonicalEvent.encoded(row(List.of(id(4)))), StandardCharsets.UTF_8))
                .doesNotContain(id(3).toString(), id(4).toString(), "192.0.2.7");
    }

    private static RecordedEvent row(List<UUID> shown) {
        return new RecordedEvent(
                new AuditEvent(
                        id(1),
                        Instant.parse("2026-03-02T12:00:00.000001Z"),
                        new PersonId(id(2)),
                        "DOCTOR",
                        "read-chart",
                        Outcome.GRANTED,
                        "related",
                        new PatientId(id(3)),
                        null,
                        "192.0.2.7",
                        "s",
                        "i"),
                shown);
    }

    private static UUID id(int number) {
        return UUID.fromString("00000000-0000-7000-8000-00000000000" + number);
    }
}
