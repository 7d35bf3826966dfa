package health.visavis.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.visavis.PlatformTest;
import health.visavis.access.Access;
import health.visavis.access.AccessDenied;
import health.visavis.access.Action;
import health.visavis.audit.AuditEvent.Outcome;
import health.visavis.audit.AuditQuery;
import health.visavis.kernel.PatientId;
import health.visavis.kernel.Requirement;
import health.visavis.people.PeopleFixtures;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@PlatformTest
class SearchAuditModuleTest {

    @Autowired
    SearchAudit searchAudit;

    @Autowired
    Access access;

    @Autowired
    PeopleFixtures people;

    @Autowired
    TransactionTemplate transaction;

    @Test
    @Requirement("APP-07")
    void onlyAnAdminMayLook() {
        for (var other : List.of(people.patient(), people.doctor(), people.nurseOnTheTeamOf())) {
            assertThatThrownBy(() -> searchAudit.search(other, everything(null)))
                    .isInstanceOf(AccessDenied.class);
        }
    }

    @Test
    @Requirement("AUD-02")
    void anAdminFindsWhoLookedAtAPatientByName() {
        var patient = people.patient();
        transaction.executeWithoutResult(status -> access.require(patient, Action.READ_CHART.of(patient.patient())));

        assertThat(searchAudit.search(people.admin(), everything(patient.patient())))
                .filteredOn(entry -> entry.event().action().equals("read-chart"))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.actorName()).isEqualTo("Pat Example");
                    assertThat(entry.patientName()).isEqualTo("Pat Example");
                });
    }

    @Test
    void aPatientIsFoundInTheListsThatShowedHim() {
        var patient = people.patient();
        var doctor = people.doctor();
        transaction.executeWithoutResult(status -> {
            var receipt = access.require(doctor, Action.LIST_PATIENTS.anyone());
            access.showed(receipt, List.of(patient.patient()));
        });

        assertThat(searchAudit.search(people.admin(), everything(patient.patient())))
                .extracting(entry -> entry.event().action())
                .containsExactly("list-patients", "register-patient");
    }

    @Test
    void lookingThroughTheTrailIsOnTheTrail() {
        var admin = people.admin();
        searchAudit.search(admin, everything(null));

        var own = searchAudit.search(
                admin,
                new AuditQuery(
                        admin.person(),
                        null,
                        "search-audit",
                        Outcome.GRANTED,
                        Instant.EPOCH,
                        Instant.now().plusSeconds(60),
                        10));

        assertThat(own).hasSize(2);
    }

    private static AuditQuery everything(PatientId patient) {
        return new AuditQuery(
                null, patient, null, null, Instant.EPOCH, Instant.now().plusSeconds(60), 100);
    }
}
