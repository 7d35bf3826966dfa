package health.visavis.people;

import health.visavis.kernel.ClinicianId;
import health.visavis.kernel.PatientId;
import health.visavis.people.store.CareTeams;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Lets a clinician see a patient from now on; part of the transaction of the appointment or import that is the
/// reason.
@Component
public class BeginCareRelationship {

    public enum Origin {
        APPOINTMENT,
        IMPORT,
        ASSIGNMENT
    }

    private final CareTeams teams;
    private final Clock clock;

    BeginCareRelationship(CareTeams teams, Clock clock) {
        this.teams = teams;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void begin(PatientId patient, ClinicianId clinician, Origin origin) {
        teams.beginCare(patient, clinician, clock.instant(), origin.name());
    }
}
