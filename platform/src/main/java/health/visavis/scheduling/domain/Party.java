package health.visavis.scheduling.domain;

/// The two sides of an appointment.
public enum Party {
    PATIENT,
    CLINIC
}
