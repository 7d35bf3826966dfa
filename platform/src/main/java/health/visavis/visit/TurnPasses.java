package health.visavis.visit;

import health.visavis.visit.domain.SeatId;
import health.visavis.visit.domain.TurnPass;
import health.visavis.visit.store.RelayPasses;
import java.time.Instant;
import java.util.Optional;

/// Makes passes that the TURN servers of an installation find good.
@FunctionalInterface
interface TurnPasses {

    /// Empty when there is no server, and when nobody holds the seat any more where that is looked up.
    Optional<TurnPass> issue(SeatId seat, Instant expiresAt);

    static TurnPasses of(TurnServers servers, RelayPasses listed) {
        return switch (servers) {
            case TurnServers.None _ -> (seat, expiresAt) -> Optional.empty();
            case TurnServers.BySignature signed ->
                (seat, expiresAt) -> Optional.of(TurnPass.issue(signed.secret(), seat, expiresAt));
            case TurnServers.ByDatabase _ -> listing(listed);
        };
    }

    /// @throws IllegalStateException where the process may not use what the protocol asks for
    private static TurnPasses listing(RelayPasses listed) {
        TurnPass.requireKeys();
        return (seat, expiresAt) -> {
            var pass = TurnPass.issue(TurnPass.oneTimeSecret(), seat, expiresAt);
            return listed.add(seat, pass) ? Optional.of(pass) : Optional.empty();
        };
    }
}
