package health.visavis.telephone;

import health.visavis.kernel.Sensitive;

/// What somebody typed as a telephone number.
public sealed interface NumberCheck {

    /// @param e164 such as `+12125550123`
    /// @param shown as people of its country write it
    record Dialable(Sensitive<String> e164, Sensitive<String> shown) implements NumberCheck {}

    sealed interface Refused extends NumberCheck {}

    record NotANumber() implements Refused {}

    /// Digits, but no number of theirs exists.
    record Impossible() implements Refused {}

    /// Calls to it cost extra.
    record PremiumRate() implements Refused {}

    /// Help comes to where an emergency call comes from: it has to be made from one's own telephone.
    record EmergencyNumber() implements Refused {}
}
