package health.visavis.scheduling.store;

/// What the two constraints said to a new appointment or a new time.
public sealed interface Entry {

    record Entered(int version) implements Entry {}

    /// The same request was stored before.
    record AlreadyEntered(StoredAppointment existing) implements Entry {}

    /// `clinician_not_double_booked`
    record ClinicianTaken() implements Entry {}

    /// `patient_not_double_booked`
    record PatientTaken() implements Entry {}

    /// Somebody changed the row first.
    record Outdated() implements Entry {}
}
