package health.visavis.live;

/// A running subscription; closing it ends delivery.
public interface Subscription extends AutoCloseable {

    Topic topic();

    @Override
    void close();
}
