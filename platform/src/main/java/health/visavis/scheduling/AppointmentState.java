package health.visavis.scheduling;

/// The states of an appointment by name, for modules that need no moves.
public enum AppointmentState {
    REQUESTED,
    CONFIRMED,
    DECLINED,
    CANCELLED,
    FULFILLED,
    NO_SHOW;

    /// Whether it is still to come about.
    public boolean open() {
        return this == REQUESTED || this == CONFIRMED;
    }
}
