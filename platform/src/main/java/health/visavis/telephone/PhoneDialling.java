package health.visavis.telephone;

import health.visavis.access.PatientRows;
import health.visavis.access.Unasked;
import health.visavis.telephone.domain.PhoneCall;
import health.visavis.telephone.domain.PhoneCallId;
import health.visavis.telephone.domain.PhoneStep;
import health.visavis.telephone.store.PhoneCalls.KeptCall;
import health.visavis.visit.CallEnded;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/// Asks the carrier for what was decided. Without a transaction, because a carrier may be far away.
@Component
class PhoneDialling {

    private static final Logger LOG = LoggerFactory.getLogger(PhoneDialling.class);

    /// What could not be rung by now (an instance died, say) is not rung later: nobody would be at our end.
    private static final Duration STILL_WANTED = Duration.ofMinutes(1);

    private final PatientRows rows;
    private final PhoneEngines engines;
    private final PhoneDesk desk;
    private final PhoneHangUps hangUps;
    private final Numbers numbers;
    private final Clock clock;

    PhoneDialling(
            PatientRows rows,
            PhoneEngines engines,
            PhoneDesk desk,
            PhoneHangUps hangUps,
            Numbers numbers,
            Clock clock) {
        this.rows = rows;
        this.engines = engines;
        this.desk = desk;
        this.hangUps = hangUps;
        this.numbers = numbers;
        this.clock = clock;
    }

    @Async
    @TransactionalEventListener(id = "telephone.dial")
    void on(PhoneCallWanted event) {
        desk.find(new PhoneCallId(event.call()))
                .filter(kept -> kept.call() instanceof PhoneCall.Dialling && kept.reference() == null)
                .ifPresent(this::dial);
    }

    private void dial(KeptCall kept) {
        var id = kept.call().id();
        var engine = engines.named(kept.carrier());
        if (engine.isEmpty()
                || clock.instant().isAfter(kept.call().leg().beganAt().plus(STILL_WANTED))) {
            desk.happened(id, PhoneStep.FAILED);
            return;
        }
        try {
            desk.dialled(id, engine.get().dial(numbers.dial(kept)));
        } catch (PhoneUnavailable failed) {
            LOG.warn("Telephone call {} could not be rung: {}", id, failed.getMessage());
            desk.happened(id, PhoneStep.FAILED);
        }
    }

    @Async
    @TransactionalEventListener(id = "telephone.hang-up")
    void on(PhoneCallDropped event) {
        desk.find(new PhoneCallId(event.call())).ifPresent(kept -> {
            var reference = kept.reference();
            if (reference != null) {
                engines.named(kept.carrier()).ifPresent(engine -> engine.hangUp(reference));
            }
        });
    }

    @Async
    @TransactionalEventListener(id = "telephone.take")
    void on(PhoneCallTaken event) {
        desk.find(new PhoneCallId(event.call())).ifPresent(kept -> {
            var reference = kept.reference();
            if (reference != null && kept.call() instanceof PhoneCall.Holding) {
                engines.line().ifPresent(line -> line.connect(reference));
            }
        });
    }

    /// A visit that is over leaves nobody on the line.
    @ApplicationModuleListener(id = "telephone.end-with-visit")
    void on(CallEnded event) {
        rows.openEverybodyWithoutPermissionCheck(Unasked.TELEPHONE_NEWS);
        hangUps.of(event.visit());
    }
}
