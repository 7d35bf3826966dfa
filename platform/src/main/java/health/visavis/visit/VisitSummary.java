package health.visavis.visit;

import health.visavis.kernel.ClinicianId;
import health.visavis.kernel.PatientId;
import health.visavis.kernel.TimeSlot;
import health.visavis.kernel.VisitId;
import health.visavis.visit.domain.Call;
import health.visavis.visit.domain.Encounter;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A visit as pages and other capabilities read it.
///
/// @param waitingSince while the patient waits
/// @param patientAwaySince since when a patient who came has had no page of the visit open; null while they have,
///     and where nobody knows
/// @param startedAt once the doctor has admitted the patient for the first time
public record VisitSummary(
        VisitId id,
        PatientId patient,
        ClinicianId clinician,
        TimeSlot slot,
        VisitStatus status,
        @Nullable Instant waitingSince,
        @Nullable Instant patientAwaySince,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt) {

    /// Whether the doctor has opened the line and nobody has closed it.
    public boolean callOpen() {
        return startedAt != null && endedAt == null && !status.over();
    }

    static VisitSummary of(Encounter encounter, Call call, Optional<Instant> patientAwaySince) {
        var plan = encounter.plan();
        return new VisitSummary(
                encounter.id(),
                plan.patient(),
                plan.clinician(),
                plan.slot(),
                VisitStatus.of(encounter),
                encounter instanceof Encounter.Arrived arrived ? arrived.waitingSince() : null,
                VisitStatus.of(encounter).over() ? null : patientAwaySince.orElse(null),
                switch (call) {
                    case Call.NotOpened notOpened -> null;
                    case Call.Open open -> open.openedAt();
                    case Call.Ended ended -> ended.openedAt();
                },
                switch (call) {
                    case Call.NotOpened notOpened -> null;
                    case Call.Open open -> null;
                    case Call.Ended ended -> ended.endedAt();
                });
    }
}
