package health.visavis.notification;

import health.visavis.kernel.TimeSlot;
import health.visavis.kernel.VisitId;
import health.visavis.notification.store.LinkChecks;
import health.visavis.notification.store.LinkChecks.Stage;
import health.visavis.scheduling.AppointmentSummary;
import health.visavis.scheduling.Scheduling;
import health.visavis.visit.Visits;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Tries the link of every confirmed visit a day and half an hour before it begins, so that a clinic hears of a
/// dead one while there is time to telephone.
@Component
class LinkRound {

    private static final Logger LOG = LoggerFactory.getLogger(LinkRound.class);

    private final Scheduling scheduling;
    private final Visits visits;
    private final LinkProbe probe;
    private final LinkChecks checks;
    private final NotificationSettings settings;
    private final Clock clock;

    LinkRound(
            Scheduling scheduling,
            Visits visits,
            LinkProbe probe,
            LinkChecks checks,
            NotificationSettings settings,
            Clock clock) {
        this.scheduling = scheduling;
        this.visits = visits;
        this.probe = probe;
        this.checks = checks;
        this.settings = settings;
        this.clock = clock;
    }

    void make() {
        var now = clock.instant();
        for (var appointment : scheduling.confirmedWithin(new TimeSlot(now, now.plus(Stage.DAY_BEFORE.time())))) {
            var stage = stage(appointment, now);
            if (checks.claim(appointment.id(), stage, appointment.slot().start(), now)) {
                check(appointment, stage);
            }
        }
    }

    private void check(AppointmentSummary appointment, Stage stage) {
        var trouble = trouble(appointment);
        trouble.ifPresent(found -> LOG.error("The link of visit {} does not work: {}", appointment.id(), found));
        checks.checked(appointment.id(), stage, appointment.slot().start(), trouble.orElse(null), clock.instant());
    }

    private Optional<LinkTrouble> trouble(AppointmentSummary appointment) {
        return visits.isOpen(new VisitId(appointment.id().value()), appointment.slot())
                ? probe.open(URI.create(settings.link(
                        LetterKind.REMINDER_HOUR.path(appointment.id().toString()))))
                : Optional.of(LinkTrouble.NO_VISIT);
    }

    private static Stage stage(AppointmentSummary appointment, Instant now) {
        return appointment.slot().start().isAfter(now.plus(Stage.HALF_HOUR_BEFORE.time()))
                ? Stage.DAY_BEFORE
                : Stage.HALF_HOUR_BEFORE;
    }
}
