package health.visavis.web.recording;

/// The question that people answer before they are recorded (`recording.question.*`). Its version is kept with each
// answer:
/// who changes the words counts it up.
public final class Wording {

    public static final int VERSION = 1;

    private Wording() {}
}
