package health.visavis.visit.domain;

import health.visavis.kernel.AppointmentId;
import health.visavis.kernel.ClinicianId;
import health.visavis.kernel.PatientId;
import health.visavis.kernel.TimeSlot;

/// Who means to meet whom, and when: what the appointment promised.
public record VisitPlan(AppointmentId appointment, PatientId patient, ClinicianId clinician, TimeSlot slot) {

    public VisitPlan at(TimeSlot other) {
        return new VisitPlan(appointment, patient, clinician, other);
    }
}
