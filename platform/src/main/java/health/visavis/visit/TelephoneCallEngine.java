package health.visavis.visit;

/// The last rung: two people speak by telephone, the visit goes on beside it. Whoever dials is a port of its own.
class TelephoneCallEngine implements CallEngine {

    @Override
    public EngineName name() {
        return EngineName.TELEPHONE;
    }

    @Override
    public Line open(LinePlan plan) {
        return new Line(plan.visit(), name(), plan.visit() + "/" + plan.rung());
    }

    @Override
    public Guest enrol(Line line, SeatHolder holder) {
        return new Guest(holder.seat(), holder.seat().toString());
    }

    @Override
    public CallCredential.Telephone credentialFor(Line line, Guest guest) {
        return new CallCredential.Telephone();
    }

    @Override
    public void remove(Line line, Guest guest) {
        // Nobody was connected by us.
    }

    @Override
    public void close(Line line) {
        // Nothing was opened.
    }
}
