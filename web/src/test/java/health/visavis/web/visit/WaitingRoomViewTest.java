package health.visavis.web.visit;

import static org.assertj.core.api.Assertions.assertThat;

import health.visavis.kernel.ClinicianId;
import health.visavis.visit.VisitStatus;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WaitingRoomViewTest {

    private static final Instant NOW = Instant.parse("2026-11-24T14:00:00Z");

    @Test
    void anEmergencyStandsFirstWhereverTheVisitIs() {
        var calm = row(UUID.randomUUID(), VisitStatus.ARRIVED, null);
        var worried = row(UUID.randomUUID(), VisitStatus.IN_PROGRESS, NOW);

        assertThat(view(calm, worried).parts())
                .containsExactly(
                        new WaitingRoomView.Part("emergency", List.of(worried)),
                        new WaitingRoomView.Part("waiting", List.of(calm)));
    }

    @Test
    void whoTurnsIntoAnEmergencyIsNews() {
        var visit = UUID.randomUUID();

        assertThat(row(visit, VisitStatus.ARRIVED, null).news())
                .isNotNull()
                .isNotEqualTo(row(visit, VisitStatus.ARRIVED, NOW).news());
        assertThat(row(visit, VisitStatus.PLANNED, null).news()).isNull();
    }

    private static WaitingRoomView view(WaitingRoomView.Row... rows) {
        return new WaitingRoomView(List.of(ClinicianId.next()), List.of(rows), true, false);
    }

    private static WaitingRoomView.Row row(UUID visit, VisitStatus status, @Nullable Instant emergencySince) {
        return new WaitingRoomView.Row(
                visit, visit, "Rosa", "Dr. Ruiz", NOW, status, NOW, null, null, false, emergencySince, null);
    }
}
