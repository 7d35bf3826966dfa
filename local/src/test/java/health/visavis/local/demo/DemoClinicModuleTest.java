package health.visavis.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import health.visavis.PlatformTest;
import health.visavis.access.Actor;
import health.visavis.access.Role;
import health.visavis.kernel.Requirement;
import health.visavis.people.FindIdentity;
import health.visavis.people.SignedInPerson;
import health.visavis.scheduling.ReadClinicHours;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

@PlatformTest
@TestPropertySource(
        properties = {
            "visavis.base-url=http://localhost:8080",
            "visavis.local.accounts=DEMO",
            "visavis.local.issuer=http://localhost:8081",
            "visavis.local.subjects.patient=subject-1",
            "visavis.local.subjects.doctor=subject-2",
            "visavis.local.subjects.nurse=subject-3",
            "visavis.local.subjects.admin=subject-4"
        })
class DemoClinicModuleTest {

    private static final String ISSUER = "http://localhost:8081";

    @Autowired
    private FindIdentity findIdentity;

    @Autowired
    private DemoClinic clinic;

    @Autowired
    private AccountInvitations links;

    @Autowired
    private ReadClinicHours readClinicHours;

    @Autowired
    private Clock clock;

    @Test
    @Requirement("DMO-04")
    void everyAccountStandsForAPersonOfTheRightKind() {
        assertThat(found("subject-1").patient()).isPresent();
        assertThat(found("subject-2").clinician()).isPresent();
        for (var staff : new String[] {"subject-3", "subject-4"}) {
            assertThat(found(staff).patient()).isEmpty();
            assertThat(found(staff).clinician()).isEmpty();
        }
    }

    @Test
    void aNewAddressOfTheProviderLeadsToTheSamePerson() {
        var person = found("subject-4").person().id();

        links.link(
                Actor.system("test"),
                person,
                Role.DOCTOR,
                new AccountInvitations.Identity("https://192.168.1.5:8444", "subject-4"));

        assertThat(findIdentity
                        .find("https://192.168.1.5:8444", "subject-4")
                        .orElseThrow()
                        .person()
                        .id())
                .isEqualTo(person);
    }

    @Test
    void doingItAgainChangesNothing() {
        var before = found("subject-3").person().id();

        clinic.afterSingletonsInstantiated();

        assertThat(found("subject-3").person().id()).isEqualTo(before);
    }

    @Test
    void theDoctorSeesPatientsNowHoweverOftenTheDemoIsStarted() {
        clinic.afterSingletonsInstantiated();

        var doctor = found("subject-2").clinician().orElseThrow();
        var schedule = readClinicHours.read(Actor.system("test"), doctor).orElseThrow();
        var now = clock.instant();
        assertThat(schedule.slots(now, now.plus(Duration.ofMinutes(21)))).isNotEmpty();
        assertThat(schedule.exceptions()).doesNotHaveDuplicates().hasSizeBetween(1, 4);
    }

    private SignedInPerson found(String subject) {
        return findIdentity.find(ISSUER, subject).orElseThrow();
    }
}
