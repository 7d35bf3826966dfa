package health.visavis.custody;

import health.visavis.access.Actor;
import health.visavis.custody.domain.KeyAct;
import health.visavis.custody.domain.KeyRequest.Approved;
import health.visavis.custody.store.KeyRequests;
import health.visavis.kernel.Rounds;
import health.visavis.keys.KeyRing;
import health.visavis.keys.KeyRing.Revocation;
import health.visavis.keys.KeyUnavailable;
import health.visavis.keys.KeyVaultAway;
import health.visavis.rounds.MakesRounds;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Does what two people have agreed to, every few seconds, on whichever instance comes first. The vault is asked
/// outside of a transaction. An instance that dies in the middle leaves it to another one: to destroy or revoke a
/// second time changes nothing, and a version of the wrapping key too many wraps nothing.
@Component
class CustodyRounds implements MakesRounds {

    private static final Logger LOG = LoggerFactory.getLogger(CustodyRounds.class);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /// After that the vault is not away for a moment.
    private static final Duration GIVE_UP = Duration.ofHours(1);

    private static final Actor SELF = Actor.system("custody");

    private final KeyRequests requests;
    private final CarryOutKeyAct carryOut;
    private final KeyRing keys;
    private final Clock clock;
    private final Rounds rounds;

    CustodyRounds(
            KeyRequests requests,
            CarryOutKeyAct carryOut,
            KeyRing keys,
            Clock clock,
            @Value("${visavis.custody.every:PT5S}") Duration every) {
        this.requests = requests;
        this.carryOut = carryOut;
        this.keys = keys;
        this.clock = clock;
        this.rounds = new Rounds("custody", every, this::make, CustodyRounds::failed);
    }

    void make() {
        for (var next = claim(); next != null; next = claim()) {
            carryOut(next);
        }
    }

    private @Nullable Approved claim() {
        return requests.claim(clock.instant(), PATIENCE).orElse(null);
    }

    private void carryOut(Approved approved) {
        var id = approved.terms().id();
        try {
            if (done(approved.terms().act())) {
                carryOut.done(SELF, id);
            } else {
                carryOut.failed(SELF, id);
            }
        } catch (KeyUnavailable gone) {
            LOG.error("What two people have agreed to can not be done: {}", gone.getMessage());
            carryOut.failed(SELF, id);
        } catch (KeyVaultAway away) {
            LOG.warn("What two people have agreed to waits: {}", away.getMessage());
            if (approved.second().at().plus(GIVE_UP).isBefore(clock.instant())) {
                carryOut.failed(SELF, id);
            }
        }
    }

    private boolean done(KeyAct act) {
        return switch (act) {
            case KeyAct.Rotate _ -> {
                LOG.info("The wrapping key was turned: {}", keys.rotate());
                yield true;
            }
            case KeyAct.Revoke revoke -> keys.revoke(revoke.keyId()) instanceof Revocation.Revoked;
            case KeyAct.Destroy _ -> true;
            case KeyAct.MakeCodes _ -> throw new IllegalStateException("codes are printed, not made by a round");
        };
    }

    private static void failed(RuntimeException unavailable) {
        LOG.warn("Requests about keys wait: {}", unavailable.getClass().getName());
    }

    @Override
    public Rounds rounds() {
        return rounds;
    }
}
