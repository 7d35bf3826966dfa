package health.visavis.web.proxy;

/// From which side somebody is asked to act for a patient; ends keys of texts.
public enum Side {
    /// By the patient themselves.
    OWN("own"),
    /// By the clinic, for a child.
    CHILD("child"),
    /// By the clinic, for an adult who cannot decide.
    ADULT("adult");

    private final String key;

    Side(String key) {
        this.key = key;
    }

    @Override
    public String toString() {
        return key;
    }
}
