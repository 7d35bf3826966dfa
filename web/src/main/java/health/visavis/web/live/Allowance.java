package health.visavis.web.live;

/// How many messages a page may send: a burst, then so many a second. For one thread at a time.
final class Allowance {

    private final double burst;
    private final double perNano;
    private double left;
    private long filledAt;

    Allowance(int burst, int perSecond, long now) {
        this.burst = burst;
        this.perNano = perSecond / 1e9;
        this.left = burst;
        this.filledAt = now;
    }

    boolean take(long now) {
        left = Math.min(burst, left + (now - filledAt) * perNano);
        filledAt = now;
        if (left < 1) {
            return false;
        }
        left -= 1;
        return true;
    }
}
