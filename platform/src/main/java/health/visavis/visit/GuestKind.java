package health.visavis.visit;

import health.visavis.visit.domain.Errand;

/// As what a guest takes part.
public enum GuestKind {
    /// Somebody close to the patient.
    FAMILY,
    /// A second clinician, who may be made co-host.
    CLINICIAN,
    /// Speaks what others say in another language.
    INTERPRETER;

    static GuestKind of(Errand errand) {
        return switch (errand) {
            case Errand.Family _ -> FAMILY;
            case Errand.Clinician _ -> CLINICIAN;
            case Errand.Interpreter _ -> INTERPRETER;
        };
    }
}
