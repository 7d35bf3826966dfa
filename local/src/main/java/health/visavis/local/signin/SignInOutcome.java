package health.visavis.local.signin;

import health.visavis.local.signin.domain.Account;
import java.time.Duration;

/// What a try to sign in comes to.
sealed interface SignInOutcome {

    record SignedIn(Account account) implements SignInOutcome {}

    record SecondFactorNeeded(Account account) implements SignInOutcome {}

    /// Unknown name, wrong password, wrong or used code: one answer for all.
    record Wrong() implements SignInOutcome {}

    /// @param pause until when it is of no use to try again
    record TooManyTries(Duration pause) implements SignInOutcome {}
}
