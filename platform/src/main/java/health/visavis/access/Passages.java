package health.visavis.access;

import health.visavis.audit.AuditEvent;
import health.visavis.audit.AuditEvent.Outcome;
import health.visavis.audit.AuditTrail;
import health.visavis.kernel.PatientId;
import health.visavis.kernel.PersonId;
import health.visavis.kernel.TimeOrderedId;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Puts coming and going on the trail: part of the transaction that makes it so, where there is one.
@Component
public class Passages {

    private final AuditTrail trail;
    private final Clock clock;

    Passages(AuditTrail trail, Clock clock) {
        this.trail = trail;
        this.clock = clock;
    }

    /// Who comes or goes, and from where.
    ///
    /// @param patient whose data the person's own place opens
    public record Traveller(
            PersonId person, Set<Role> roles, @Nullable PatientId patient, Origin origin) {

        public Traveller {
            roles = Set.copyOf(roles);
        }

        /// A sign-in or an address that belongs to nobody here. Its id is made from its name, so that its attempts can
        /// be put together.
        public static Traveller unknown(String issuer, String subject, Origin origin) {
            var name = "identity " + issuer + " " + subject;
            return new Traveller(
                    new PersonId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))),
                    Set.of(),
                    null,
                    origin);
        }

        public static Traveller of(Actor actor) {
            return new Traveller(actor.person(), actor.roles(), actor.patient(), actor.origin());
        }
    }

    @Transactional
    public void passed(Traveller traveller, Passage passage, Passage.Reason reason) {
        record(traveller, passage, Outcome.GRANTED, reason);
    }

    @Transactional
    public void refused(Traveller traveller, Passage passage, Passage.Reason reason) {
        record(traveller, passage, Outcome.REFUSED, reason);
    }

    private void record(Traveller traveller, Passage passage, Outcome outcome, Passage.Reason reason) {
        trail.record(new AuditEvent(
                TimeOrderedId.next(),
                clock.instant(),
                traveller.person(),
                traveller.roles().stream().sorted().map(Role::name).collect(Collectors.joining(",")),
                passage.code(),
                outcome,
                reason.code(),
                traveller.patient(),
                null,
                traveller.origin().address(),
                traveller.origin().session(),
                traveller.origin().instance()));
    }
}
