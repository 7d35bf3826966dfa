package health.visavis.fhir;

import health.visavis.kernel.ClinicianId;
import health.visavis.kernel.PatientId;
import health.visavis.people.ExternalId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// What one run has learned about whom the references of its files mean. Written only after what it says is stored.
final class ImportedNames {

    /// `Patient/<id>` or a full URL.
    final Map<String, PatientId> patients = new ConcurrentHashMap<>();

    /// `Practitioner/<id>` or a full URL.
    final Map<String, ClinicianId> clinicians = new ConcurrentHashMap<>();

    final Map<ExternalId, ClinicianId> cliniciansByIdentifier = new ConcurrentHashMap<>();

    /// Specialty by the reference or identifier of the practitioner whose role says it.
    final Map<String, String> specialties = new ConcurrentHashMap<>();
}
