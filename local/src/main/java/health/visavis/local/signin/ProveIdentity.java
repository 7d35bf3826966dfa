package health.visavis.local.signin;

import health.visavis.local.signin.domain.Account;
import health.visavis.local.signin.domain.OneTimeCode;
import health.visavis.local.signin.store.Accounts;
import health.visavis.local.signin.store.Attempts;
import java.time.Clock;
import java.util.UUID;
import org.springframework.security.crypto.password.PasswordEncoder;

/// Judges a password and, for staff, a one-time code.
final class ProveIdentity {

    private final Accounts accounts;
    private final Attempts attempts;
    private final PasswordEncoder passwords;
    private final Clock clock;
    private final String nobodysHash;

    ProveIdentity(Accounts accounts, Attempts attempts, PasswordEncoder passwords, Clock clock) {
        this.accounts = accounts;
        this.attempts = attempts;
        this.passwords = passwords;
        this.clock = clock;
        this.nobodysHash = passwords.encode(UUID.randomUUID().toString());
    }

    SignInOutcome byPassword(String name, String password) {
        var subject = "password of " + name.strip().toLowerCase(java.util.Locale.ROOT);
        if (!attempts.begin(subject)) {
            return new SignInOutcome.TooManyTries();
        }
        var account = accounts.named(name);
        // A name without an account costs the same work, so the time taken does not tell it apart.
        var matches =
                passwords.matches(password, account.map(Account::passwordHash).orElse(nobodysHash));
        if (account.isEmpty() || !matches) {
            return new SignInOutcome.Wrong();
        }
        attempts.forgive(subject);
        return account.get().needsSecondFactor()
                ? new SignInOutcome.SecondFactorNeeded(account.get())
                : new SignInOutcome.SignedIn(account.get());
    }

    SignInOutcome byCode(UUID id, String code) {
        var subject = "code of " + id;
        if (!attempts.begin(subject)) {
            return new SignInOutcome.TooManyTries();
        }
        var account = accounts.withId(id);
        var secret = account.flatMap(accounts::codeSecret);
        if (account.isEmpty() || secret.isEmpty()) {
            return new SignInOutcome.Wrong();
        }
        var step = OneTimeCode.STANDARD.stepOf(code, secret.get(), clock.instant());
        if (step.isEmpty() || !accounts.useCode(id, step.getAsLong())) {
            return new SignInOutcome.Wrong();
        }
        attempts.forgive(subject);
        return new SignInOutcome.SignedIn(account.get());
    }
}
