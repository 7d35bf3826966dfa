package health.visavis.limits;

import health.visavis.MutableClock;

class InstanceLimitsContractTest extends LimitsContract {

    private final MutableClock clock = new MutableClock();
    private final InstanceLimits limits = new InstanceLimits(clock);

    @Override
    Limits limits() {
        return limits;
    }

    @Override
    MutableClock clock() {
        return clock;
    }
}
