package health.visavis.local.telephone;

import java.time.Instant;
import java.util.UUID;

/// A call at its other end.
///
/// @param inbound whether that end calls the clinic
record SimulatedCall(UUID id, boolean inbound, String number, State state, Instant beganAt) {

    enum State {
        RINGING,
        HOLDING,
        TALKING,
        OVER
    }
}
