package health.visavis.access;

import health.visavis.kernel.Sensitive;

/// What the application shows to the provider that people sign in at, in place of a secret: a token from somebody whom
/// that provider trusts (RFC 7523, section 2.2).
public interface ClientAssertion {

    /// A JWT that is good now. It may be asked for often: whoever makes it keeps it for as long as it lasts.
    ///
    /// @throws IllegalStateException when none is to be had
    Sensitive<String> now();
}
