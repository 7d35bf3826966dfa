package health.visavis.telephone;

/// A carrier at which the clinic has a number that people can call.
public interface PhoneLine {

    /// The number to call, as people write it.
    String number();

    /// Puts the caller who holds through to the clinician.
    ///
    /// @throws PhoneUnavailable when it cannot
    void connect(String reference);
}
