package health.visavis.telephone;

/// A carrier could not do it now. Names the carrier, never a number.
public class PhoneUnavailable extends RuntimeException {

    public PhoneUnavailable(String carrier) {
        super("telephone carrier unavailable: " + carrier);
    }
}
