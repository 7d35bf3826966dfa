package health.visavis.messaging;

import health.visavis.kernel.ClinicianId;
import health.visavis.kernel.PatientId;
import health.visavis.messaging.store.Threads.ThreadRow;
import health.visavis.people.ClinicianSummary;
import health.visavis.people.PatientSummary;
import health.visavis.people.People;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Puts names to the two sides of a conversation.
@Component
class ThreadNames {

    private final People people;

    ThreadNames(People people) {
        this.people = people;
    }

    ThreadSummary summarise(ThreadRow row) {
        return summarise(List.of(row)).getFirst();
    }

    List<ThreadSummary> summarise(Collection<ThreadRow> rows) {
        var patients = people
                .patients(rows.stream().map(ThreadRow::patient).distinct().toList())
                .stream()
                .collect(Collectors.toMap(PatientSummary::id, PatientSummary::displayName));
        var clinicians = rows.stream()
                .map(ThreadRow::clinician)
                .distinct()
                .flatMap(id -> people.clinician(id).stream())
                .collect(Collectors.toMap(ClinicianSummary::id, ClinicianSummary::displayName));
        return rows.stream().map(row -> named(row, patients, clinicians)).toList();
    }

    private static ThreadSummary named(
            ThreadRow row, Map<PatientId, String> patients, Map<ClinicianId, String> clinicians) {
        return new ThreadSummary(
                row.id(),
                row.patient(),
                patients.getOrDefault(row.patient(), ""),
                row.clinician(),
                clinicians.getOrDefault(row.clinician(), ""),
                row.appointment(),
                row.lastSequence(),
                row.lastMessageAt(),
                row.unread());
    }
}
