package health.visavis.notification;

import static org.assertj.core.api.Assertions.assertThat;

import health.visavis.MutableClock;
import health.visavis.PlatformTest;
import health.visavis.TestDatabase;
import health.visavis.access.Actor;
import health.visavis.kernel.VisitId;
import health.visavis.notification.ListBrokenLinks.BrokenLink;
import health.visavis.notification.store.LinkChecks;
import health.visavis.people.PeopleFixtures;
import health.visavis.scheduling.AppointmentSummary;
import health.visavis.scheduling.Scheduling;
import health.visavis.scheduling.SchedulingFixtures;
import health.visavis.visit.Visits;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// That a clinic hears of a link that does not work while there is time to telephone.
@PlatformTest
class LinkRoundModuleTest {

    @Autowired
    private PeopleFixtures people;

    @Autowired
    private SchedulingFixtures schedulingFixtures;

    @Autowired
    private Scheduling scheduling;

    @Autowired
    private Visits visits;

    @Autowired
    private LinkChecks checks;

    @Autowired
    private ListBrokenLinks listBrokenLinks;

    @Autowired
    private NotificationSettings settings;

    @Autowired
    private MutableClock clock;

    private final List<String> opened = new ArrayList<>();
    private Optional<LinkTrouble> found = Optional.empty();
    private AppointmentSummary appointment;
    private Actor admin;
    private LinkRound round;

    @BeforeEach
    void aVisitBeginsInTwentyHours() {
        round = new LinkRound(scheduling, visits, this::open, checks, settings, clock);
        admin = people.admin();
        appointment = schedulingFixtures.confirmedFor(people.patient(), schedulingFixtures.doctorWithHours());
        clock.moveTo(appointment.slot().start().minus(Duration.ofHours(20)));
    }

    @AfterEach
    void timeRunsOn() {
        clock.reset();
    }

    @Test
    void theLinkOfALetterIsTriedOnceADayAndOnceHalfAnHourBefore() {
        round.make();
        round.make();
        assertThat(ours()).containsExactly("/visits/" + appointment.id() + "/device-check");

        clock.moveTo(appointment.slot().start().minus(Duration.ofMinutes(20)));
        round.make();
        round.make();
        assertThat(ours()).hasSize(2);
        assertThat(broken()).isEmpty();
    }

    @Test
    void aLinkThatDoesNotWorkIsToldAndTriedAgainUntilItDoes() {
        found = Optional.of(LinkTrouble.UNREACHABLE);
        round.make();
        assertThat(broken())
                .containsExactly(
                        new BrokenLink(appointment.id(), appointment.slot().start(), LinkTrouble.UNREACHABLE));

        found = Optional.empty();
        clock.advance(Duration.ofMinutes(1));
        round.make();
        assertThat(ours()).hasSize(1);
        clock.advance(Duration.ofMinutes(5));
        round.make();
        assertThat(broken()).isEmpty();
    }

    @Test
    void aConfirmedAppointmentWithoutItsVisitIsTold() {
        JdbcClient.create(TestDatabase.asSuperuser())
                .sql("UPDATE encounter SET status = 'cancelled', cancelled_at = now() WHERE id = ?")
                .param(appointment.id().value())
                .update();

        round.make();

        assertThat(broken()).extracting(BrokenLink::trouble).containsExactly(LinkTrouble.NO_VISIT);
    }

    @Test
    void aConfirmedAppointmentHasItsVisitAtOnce() {
        assertThat(visits.isOpen(new VisitId(appointment.id().value()), appointment.slot()))
                .isTrue();
    }

    private Optional<LinkTrouble> open(URI link) {
        opened.add(link.getPath());
        return link.getPath().contains(appointment.id().toString()) ? found : Optional.empty();
    }

    private List<String> ours() {
        return opened.stream()
                .filter(path -> path.contains(appointment.id().toString()))
                .toList();
    }

    private List<BrokenLink> broken() {
        return listBrokenLinks.list(admin).stream()
                .filter(link -> link.appointment().equals(appointment.id()))
                .toList();
    }
}
