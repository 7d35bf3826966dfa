package health.visavis.consent;

import health.visavis.kernel.ClinicianId;

/// Whom a consent is for (42 CFR 2.31(a)(4)): a class of people, or one by name.
public sealed interface Recipients {

    /// All who treat the patient, now and later.
    record AllWhoTreat() implements Recipients {}

    /// One clinician and the team.
    record OneClinician(ClinicianId clinician) implements Recipients {}
}
