package health.visavis.visit;

import health.visavis.visit.domain.Encounter;

/// Where a visit stands, in the words of FHIR's `Encounter.status`.
public enum VisitStatus {
    PLANNED("planned"),
    ARRIVED("arrived"),
    IN_PROGRESS("in-progress"),
    FINISHED("finished"),
    CANCELLED("cancelled");

    private final String fhirCode;

    VisitStatus(String fhirCode) {
        this.fhirCode = fhirCode;
    }

    public String fhirCode() {
        return fhirCode;
    }

    public boolean over() {
        return this == FINISHED || this == CANCELLED;
    }

    static VisitStatus of(Encounter encounter) {
        return switch (encounter) {
            case Encounter.Planned planned -> PLANNED;
            case Encounter.Arrived arrived -> ARRIVED;
            case Encounter.InProgress inProgress -> IN_PROGRESS;
            case Encounter.Finished finished -> FINISHED;
            case Encounter.Cancelled cancelled -> CANCELLED;
        };
    }
}
