package health.visavis.azure.servicebus;

/// A message that is ours for as long as its lock lasts.
///
/// @param id given by whoever sent it; the same for a copy
/// @param sequence given by the queue
/// @param lock names this delivery
/// @param deliveries how often it was delivered, this time included
public record LockedMessage(String id, long sequence, String lock, int deliveries, byte[] body) {

    /// What it says stays where it belongs.
    @Override
    public String toString() {
        return "LockedMessage[" + sequence + "]";
    }
}
