package health.visavis.access;

/// One action on one subject: what [Access] is asked about.
public record Permission(Action action, Subject subject) {}
