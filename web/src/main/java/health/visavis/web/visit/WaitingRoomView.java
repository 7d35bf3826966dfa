package health.visavis.web.visit;

import health.visavis.kernel.ClinicianId;
import health.visavis.visit.VisitStatus;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Who waits, for the doctor whose patients they are and for the nurses of the team.
///
/// @param several whether clinicians must be told apart
public record WaitingRoomView(List<ClinicianId> clinicians, List<Row> rows, boolean doctor, boolean several) {

    public WaitingRoomView {
        clinicians = List.copyOf(clinicians);
        rows = List.copyOf(rows);
    }

    public record Row(
            UUID visit,
            UUID patientId,
            String patient,
            String clinician,
            Instant startsAt,
            VisitStatus status,
            @Nullable Instant waitingSince,
            @Nullable Instant startedAt,
            @Nullable Instant awaySince,
            boolean byPhone,
            @Nullable Instant emergencySince,
            @Nullable VisitWarning warning) {}

    public List<Row> waiting() {
        return at(VisitStatus.ARRIVED);
    }

    public List<Row> inProgress() {
        return at(VisitStatus.IN_PROGRESS);
    }

    public List<Row> coming() {
        return at(VisitStatus.PLANNED);
    }

    /// For the island, which follows each of their waiting rooms.
    public String topics() {
        return clinicians.stream().map(ClinicianId::toString).collect(Collectors.joining(" "));
    }

    private List<Row> at(VisitStatus status) {
        return rows.stream().filter(row -> row.status() == status).toList();
    }
}
