package health.visavis.local.signin;

import health.visavis.limits.Limit;
import health.visavis.limits.Limits;
import health.visavis.local.signin.domain.Account;
import health.visavis.local.signin.domain.OneTimeCode;
import health.visavis.local.signin.domain.RecoveryCode;
import health.visavis.local.signin.store.Accounts;
import health.visavis.local.signin.store.Attempts;
import health.visavis.local.signin.store.RecoveryCodes;
import health.visavis.local.signin.store.WrongTries;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/// Judges a password and, for staff, a one-time code or what stands in for it. Wrong ones cost time: the name or the
/// second factor, and the address they came from.
final class ProveIdentity {

    private final Accounts accounts;
    private final RecoveryCodes recovery;
    private final Attempts attempts;
    private final Limits limits;
    private final WrongTries wrongTries;
    private final PasswordEncoder passwords;
    private final Clock clock;
    private final String nobodysHash;

    ProveIdentity(
            Accounts accounts,
            RecoveryCodes recovery,
            Attempts attempts,
            Limits limits,
            WrongTries wrongTries,
            PasswordEncoder passwords,
            Clock clock) {
        this.accounts = accounts;
        this.recovery = recovery;
        this.attempts = attempts;
        this.limits = limits;
        this.wrongTries = wrongTries;
        this.passwords = passwords;
        this.clock = clock;
        this.nobodysHash = passwords.encode(UUID.randomUUID().toString());
    }

    /// @param address from where it comes
    SignInOutcome byPassword(String address, String name, String password) {
        var subject = "password of " + name.strip().toLowerCase(Locale.ROOT);
        var pause = pause(address, subject);
        if (pause.isPresent()) {
            return new SignInOutcome.TooManyTries(pause.get());
        }
        var account = accounts.named(name);
        // A name without an account costs the same work, so the time taken does not tell it apart.
        var matches =
                passwords.matches(password, account.map(Account::passwordHash).orElse(nobodysHash));
        if (account.isEmpty() || !matches) {
            return wrong(address, account.map(Account::id).orElse(null));
        }
        attempts.forgive(subject);
        return account.get().needsSecondFactor()
                ? new SignInOutcome.SecondFactorNeeded(account.get())
                : new SignInOutcome.SignedIn(account.get());
    }

    SignInOutcome byCode(String address, UUID id, String code) {
        return bySecondFactor(address, id, account -> isCurrent(account, code));
    }

    SignInOutcome byRecoveryCode(String address, UUID id, String code) {
        return bySecondFactor(address, id, account -> recovery.use(account.id(), RecoveryCode.typed(code)));
    }

    private SignInOutcome bySecondFactor(String address, UUID id, Predicate<Account> isRight) {
        var subject = "code of " + id;
        var pause = pause(address, subject);
        if (pause.isPresent()) {
            return new SignInOutcome.TooManyTries(pause.get());
        }
        var account = accounts.withId(id).filter(isRight);
        if (account.isEmpty()) {
            return wrong(address, id);
        }
        attempts.forgive(subject);
        return new SignInOutcome.SignedIn(account.get());
    }

    private boolean isCurrent(Account account, String code) {
        var secret = accounts.codeSecret(account);
        if (secret.isEmpty()) {
            return false;
        }
        var step = OneTimeCode.STANDARD.stepOf(code, secret.get(), clock.instant());
        return step.isPresent() && accounts.useCode(account.id(), step.getAsLong());
    }

    private Optional<Duration> pause(String address, String subject) {
        return limits.look(Limit.SIGN_IN, address).or(() -> attempts.begin(subject));
    }

    private SignInOutcome wrong(String address, @Nullable UUID account) {
        limits.take(Limit.SIGN_IN, address);
        wrongTries.add(account, address);
        return new SignInOutcome.Wrong();
    }
}
