package health.visavis.web.visit;

import health.visavis.kernel.ClinicianId;
import health.visavis.visit.VisitStatus;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
            @Nullable VisitWarning warning) {

        /// What is announced once of this row, by a name that changes when there is something new to announce.
        public @Nullable String news() {
            return emergencySince != null
                    ? "emergency-" + visit
                    : status == VisitStatus.ARRIVED ? "waits-" + visit : null;
        }
    }

    /// One heading of the list.
    ///
    /// @param name end of its text key
    public record Part(String name, List<Row> rows) {}

    /// In the order in which they concern who looks. Whoever waits has a heading even when nobody does.
    public List<Part> parts() {
        return Stream.of(
                        new Part(
                                "emergency",
                                rows.stream()
                                        .filter(row -> row.emergencySince() != null)
                                        .toList()),
                        calm("waiting", VisitStatus.ARRIVED),
                        calm("now", VisitStatus.IN_PROGRESS),
                        calm("coming", VisitStatus.PLANNED))
                .filter(part -> part.name().equals("waiting") || !part.rows().isEmpty())
                .toList();
    }

    public boolean emergency() {
        return rows.stream().anyMatch(row -> row.emergencySince() != null);
    }

    /// For the island, which follows each of their waiting rooms.
    public String topics() {
        return clinicians.stream().map(ClinicianId::toString).collect(Collectors.joining(" "));
    }

    private Part calm(String name, VisitStatus status) {
        return new Part(
                name,
                rows.stream()
                        .filter(row -> row.emergencySince() == null && row.status() == status)
                        .toList());
    }
}
