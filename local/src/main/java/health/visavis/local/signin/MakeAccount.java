package health.visavis.local.signin;

import health.visavis.kernel.TimeOrderedId;
import health.visavis.local.signin.domain.Account;
import health.visavis.local.signin.domain.Offer;
import health.visavis.local.signin.domain.OneTimeCode;
import health.visavis.local.signin.store.Accounts;
import health.visavis.local.signin.store.Offers;
import java.time.Clock;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.support.TransactionTemplate;

/// Turns an offer into an account with a name and a password of the person's choice and, for staff, a second
/// factor that they have just shown to work.
final class MakeAccount {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._@+-]{2,79}");

    private final Offers offers;
    private final Accounts accounts;
    private final PasswordEncoder passwords;
    private final TransactionTemplate transaction;
    private final Clock clock;

    MakeAccount(
            Offers offers, Accounts accounts, PasswordEncoder passwords, TransactionTemplate transaction, Clock clock) {
        this.offers = offers;
        this.accounts = accounts;
        this.passwords = passwords;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// What was typed, and the secret that the authenticator app was given.
    record Wish(String name, String password, String code, byte[] secret) {

        @Override
        public String toString() {
            return "[REDACTED]";
        }
    }

    Optional<Offer> offer(String token) {
        return offers.open(InvitationHash.of(token), clock.instant());
    }

    SignUpOutcome make(String token, Wish wish) {
        var offer = offer(token);
        if (offer.isEmpty()) {
            return new SignUpOutcome.Ended();
        }
        var name = wish.name().strip().toLowerCase(Locale.ROOT);
        if (!NAME.matcher(name).matches()) {
            return new SignUpOutcome.Wrong("local.signin.signUp.nameWrong");
        }
        if (!offer.get().accepts(wish.password())) {
            return new SignUpOutcome.Wrong("local.signin.signUp.passwordWrong");
        }
        var step = OneTimeCode.STANDARD.stepOf(wish.code(), wish.secret(), clock.instant());
        if (offer.get().needsSecondFactor() && step.isEmpty()) {
            return new SignUpOutcome.Wrong("local.signin.signUp.codeWrong");
        }
        var account = new Account(
                TimeOrderedId.next(),
                name,
                offer.get().displayName(),
                Objects.requireNonNull(passwords.encode(wish.password())),
                offer.get().groups());
        return Objects.requireNonNull(transaction.execute(status -> {
            if (!offers.take(InvitationHash.of(token), clock.instant())) {
                return new SignUpOutcome.Ended();
            }
            return kept(account, wish.secret(), step)
                    ? new SignUpOutcome.Made(account, offer.get().application())
                    : nameTaken(status);
        }));
    }

    /// The code that proved the app is used up like any other.
    private boolean kept(Account account, byte[] secret, OptionalLong step) {
        if (!account.needsSecondFactor()) {
            return accounts.add(account, null);
        }
        return accounts.add(account, secret) && accounts.useCode(account.id(), step.orElseThrow());
    }

    private static SignUpOutcome nameTaken(org.springframework.transaction.TransactionStatus status) {
        status.setRollbackOnly();
        return new SignUpOutcome.Wrong("local.signin.signUp.nameTaken");
    }
}
