package health.visavis.local.signin;

import health.visavis.local.signin.domain.Account;

/// What a try to make an account comes to.
sealed interface SignUpOutcome {

    /// @param application where the invitation lies
    record Made(Account account, String application) implements SignUpOutcome {}

    /// The link was used, or is too old.
    record Ended() implements SignUpOutcome {}

    /// @param problem the key of the sentence
    record Wrong(String problem) implements SignUpOutcome {}
}
