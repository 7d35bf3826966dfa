package health.visavis.local.signin;

import health.visavis.local.signin.domain.Account;

/// What a try to sign in comes to.
sealed interface SignInOutcome {

    record SignedIn(Account account) implements SignInOutcome {}

    record SecondFactorNeeded(Account account) implements SignInOutcome {}

    /// Unknown name, wrong password, wrong or used code: one answer for all.
    record Wrong() implements SignInOutcome {}

    record TooManyTries() implements SignInOutcome {}
}
