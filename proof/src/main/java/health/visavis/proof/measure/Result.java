package health.visavis.proof.measure;

/// What a measurement has come to; its text is for people.
public interface Result {

    boolean meetsBar();
}
