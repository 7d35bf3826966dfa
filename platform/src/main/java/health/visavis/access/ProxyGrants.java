package health.visavis.access;

import health.visavis.kernel.PatientId;
import health.visavis.kernel.PersonId;
import java.util.Set;

/// What access has to know about people who act for a patient; `proxy` answers.
public interface ProxyGrants {

    /// For what this person may act for the patient now; empty when they may not, or not any more.
    Set<ProxyScope> scopesOf(PersonId person, PatientId patient);
}
