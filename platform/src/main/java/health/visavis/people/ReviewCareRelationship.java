package health.visavis.people;

import health.visavis.kernel.ClinicianId;
import health.visavis.kernel.PatientId;
import health.visavis.people.domain.CareRules;
import health.visavis.people.domain.Tie;
import health.visavis.people.store.CareTeams;
import java.time.Clock;
import java.util.ArrayList;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Asks what still ties a patient and a clinician, and lets the relationship go on as long as that carries it, or end;
/// part of the transaction of what has changed between them.
@Component
public class ReviewCareRelationship {

    private final CareTeams teams;
    private final ObjectProvider<CareTies> ties;
    private final CareRules rules;
    private final Clock clock;

    ReviewCareRelationship(CareTeams teams, ObjectProvider<CareTies> ties, CareSettings settings, Clock clock) {
        this.teams = teams;
        this.ties = ties;
        this.rules = settings.rules();
        this.clock = clock;
    }

    /// @param ifOver the reason to keep when nothing ties them any more
    @Transactional(propagation = Propagation.MANDATORY)
    public void review(PatientId patient, ClinicianId clinician, EndReason ifOver) {
        var between = new ArrayList<Tie>(teams.ownTies(patient, clinician));
        ties.orderedStream().forEach(known -> between.addAll(known.between(patient, clinician)));
        var now = clock.instant();
        rules.goodUntil(between)
                .filter(until -> until.isAfter(now))
                .ifPresentOrElse(
                        until -> teams.goOn(patient, clinician, until),
                        () -> teams.endCare(patient, clinician, now, ifOver));
    }
}
