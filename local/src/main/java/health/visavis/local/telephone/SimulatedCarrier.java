package health.visavis.local.telephone;

import health.visavis.kernel.Sensitive;
import health.visavis.kernel.TimeOrderedId;
import health.visavis.local.telephone.SimulatedCall.State;
import health.visavis.telephone.PhoneDesk;
import health.visavis.telephone.PhoneDesk.Incoming;
import health.visavis.telephone.PhoneEngine;
import health.visavis.telephone.PhoneLine;
import health.visavis.telephone.PhoneUnavailable;
import health.visavis.telephone.domain.PhoneStep;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/// A telephone carrier without telephones. What the person at the other end does is done on a page, and told as a real
/// carrier would tell it.
final class SimulatedCarrier implements PhoneEngine, PhoneLine {

    static final String NAME = "simulated";

    private final SimulatedCalls calls;
    private final PhoneDesk desk;
    private final String number;
    private final Clock clock;

    /// @param number the clinic's, which its people may call
    SimulatedCarrier(SimulatedCalls calls, PhoneDesk desk, String number, Clock clock) {
        this.calls = calls;
        this.desk = desk;
        this.number = number;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean simulated() {
        return true;
    }

    @Override
    public boolean ringsClinicianFirst() {
        return false;
    }

    @Override
    public String number() {
        return number;
    }

    @Override
    public String dial(Dial dial) {
        var id = dial.call().value();
        if (calls.add(new SimulatedCall(id, false, dial.number().reveal(), State.RINGING, clock.instant()))) {
            desk.happened(dial.call(), PhoneStep.RINGING);
        }
        return id.toString();
    }

    @Override
    public void hangUp(String reference) {
        calls.end(id(reference));
    }

    @Override
    public void connect(String reference) {
        if (calls.move(id(reference), State.HOLDING, State.TALKING)) {
            desk.happened(NAME, reference, PhoneStep.ANSWERED);
        }
    }

    List<SimulatedCall> newest() {
        return calls.newest();
    }

    /// The person picks up.
    void answer(UUID call) {
        if (calls.move(call, State.RINGING, State.TALKING)) {
            desk.happened(NAME, call.toString(), PhoneStep.ANSWERED);
        }
    }

    /// The person is talking to somebody else.
    void isBusy(UUID call) {
        endRinging(call, PhoneStep.BUSY);
    }

    /// The person lets it ring until the carrier gives up.
    void letItRing(UUID call) {
        endRinging(call, PhoneStep.NO_ANSWER);
    }

    /// The person puts down the receiver.
    void putDown(UUID call) {
        if (calls.end(call)) {
            desk.happened(NAME, call.toString(), PhoneStep.GONE);
        }
    }

    /// The person calls the clinic's number.
    ///
    /// @return whether somebody expects them
    boolean callClinic(Sensitive<String> from) {
        var id = TimeOrderedId.next();
        var incoming = desk.incoming(NAME, id.toString(), from);
        var expected = incoming instanceof Incoming.Holding;
        calls.add(new SimulatedCall(id, true, from.reveal(), expected ? State.HOLDING : State.OVER, clock.instant()));
        return expected;
    }

    private void endRinging(UUID call, PhoneStep step) {
        if (calls.move(call, State.RINGING, State.OVER)) {
            desk.happened(NAME, call.toString(), step);
        }
    }

    private static UUID id(String reference) {
        try {
            return UUID.fromString(reference);
        } catch (IllegalArgumentException foreign) {
            throw new PhoneUnavailable(NAME);
        }
    }
}
