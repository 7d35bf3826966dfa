package health.visavis.scheduling.domain;

/// What the patient wants to talk about, in the patient's own words.
public record ReasonForVisit(String text) {

    public static final int LONGEST = 1_000;

    public ReasonForVisit {
        text = text.strip();
        if (!accepts(text)) {
            throw new IllegalArgumentException("a reason has 1 to " + LONGEST + " characters");
        }
    }

    public static boolean accepts(String text) {
        var length = text.strip().length();
        return length > 0 && length <= LONGEST;
    }

    @Override
    public String toString() {
        return "[REDACTED]";
    }
}
