package health.visavis.azure.acs.news;

/// Acts on what becomes of our legs in calls. The same step may be told twice, late, and in another order.
@FunctionalInterface
public interface CallStepListener {

    void happened(AcsNews.CallStep step);
}
