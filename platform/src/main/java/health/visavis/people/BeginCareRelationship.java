package health.visavis.people;

import health.visavis.kernel.ClinicianId;
import health.visavis.kernel.PatientId;
import health.visavis.people.domain.CareRules;
import health.visavis.people.domain.Tie;
import health.visavis.people.store.CareTeams;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Lets a clinician see a patient from now on, or for longer than before; part of the transaction of the appointment
/// or import that is the reason.
@Component
@EnableConfigurationProperties(CareSettings.class)
public class BeginCareRelationship {

    private final CareTeams teams;
    private final CareRules rules;
    private final Clock clock;

    BeginCareRelationship(CareTeams teams, CareSettings settings, Clock clock) {
        this.teams = teams;
        this.rules = settings.rules();
        this.clock = clock;
    }

    /// A record that names both has just come in.
    @Transactional(propagation = Propagation.MANDATORY)
    public void recorded(PatientId patient, ClinicianId clinician) {
        begin(patient, clinician, new Tie.Record(clock.instant()));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void begin(PatientId patient, ClinicianId clinician, Tie tie) {
        teams.beginCare(patient, clinician, tie, rules.goodUntil(tie), clock.instant());
    }
}
