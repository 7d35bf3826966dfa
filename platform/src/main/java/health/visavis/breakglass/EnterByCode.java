package health.visavis.breakglass;

import health.visavis.access.Origin;
import health.visavis.access.Passage;
import health.visavis.access.Passage.Reason;
import health.visavis.access.Passages;
import health.visavis.access.Passages.Traveller;
import health.visavis.access.Role;
import health.visavis.alarm.AlarmKind;
import health.visavis.alarm.AlarmSubject;
import health.visavis.alarm.Alarms;
import health.visavis.breakglass.store.EmergencyCodes;
import health.visavis.breakglass.store.EmergencyCodes.Kept;
import health.visavis.kernel.PersonId;
import health.visavis.kernel.Sensitive;
import health.visavis.limits.Limit;
import health.visavis.limits.SharedLimits;
import health.visavis.people.Account;
import health.visavis.people.People;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Lets a doctor or nurse in by a sealed code while nobody can sign in. It runs before there is an actor. What opens
/// nothing is answered in one way, whatever the reason, and takes as long.
@Component
public class EnterByCode {

    /// How long somebody who came so may stay. Nothing makes it longer.
    public static final Duration GOOD_FOR = Duration.ofHours(1);

    /// Longer than any code, however it is spaced.
    private static final int LONGEST = 100;

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");
    private static final byte[] NO_SALT = new byte[SealedCode.SALT_BYTES];
    private static final String NOBODY = "sealed-code";

    /// As somebody copied it from the paper.
    public record Typed(String number, Sensitive<String> code) {}

    public sealed interface EnterOutcome {

        /// @param until when they have to be gone
        record Entered(PersonId person, Instant until) implements EnterOutcome {}

        /// Wrong, used, withdrawn, or of somebody who has left.
        record NotValid() implements EnterOutcome {}

        /// Too many have opened nothing from this address.
        record TooMany(Duration waitFor) implements EnterOutcome {}
    }

    private final EmergencyCodes codes;
    private final People people;
    private final SharedLimits limits;
    private final Passages passages;
    private final Alarms alarms;
    private final TransactionTemplate transaction;
    private final Clock clock;

    EnterByCode(
            EmergencyCodes codes,
            People people,
            SharedLimits limits,
            Passages passages,
            Alarms alarms,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.codes = codes;
        this.people = people;
        this.limits = limits;
        this.passages = passages;
        this.alarms = alarms;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /// @param from where it was typed
    /// @param begun a session that nobody has used; asked for only when the code is good
    public EnterOutcome enter(Typed typed, Origin from, Supplier<Origin> begun) {
        var wait = limits.look(Limit.SEALED_CODES, from.address());
        if (wait.isPresent()) {
            return new EnterOutcome.TooMany(wait.get());
        }
        var number = typed.number().strip();
        var kept = NUMBER.matcher(number).matches() ? codes.find(Long.parseLong(number)) : Optional.<Kept>empty();
        // Costs a while, during which no transaction is held open.
        var hash = stretched(typed.code(), kept.orElse(null));
        return Objects.requireNonNull(transaction.execute(
                open -> kept.filter(code -> MessageDigest.isEqual(code.hash(), hash))
                        .map(code -> known(Long.parseLong(number), code, from, begun))
                        .orElseGet(() -> wrong(from))));
    }

    private static byte[] stretched(Sensitive<String> code, @Nullable Kept kept) {
        var given = code.reveal();
        var bounded = Sensitive.of(given.substring(0, Math.min(given.length(), LONGEST)));
        return kept == null
                ? SealedCode.stretched(bounded, NO_SALT, SealedCode.ITERATIONS)
                : SealedCode.stretched(bounded, kept.salt(), kept.iterations());
    }

    private EnterOutcome known(long number, Kept code, Origin from, Supplier<Origin> begun) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return people.account(code.of())
                .filter(Account::ofClinicalStaff)
                .flatMap(still -> codes.use(number, code.hash(), now))
                .map(used -> entered(used, begun.get()))
                .orElseGet(() -> notValid(code.of(), from));
    }

    private EnterOutcome entered(UsedCode used, Origin origin) {
        passages.passed(traveller(used.by(), origin), Passage.SIGN_IN, Reason.SEALED_CODE);
        alarms.raise(AlarmKind.SEALED_CODE, new AlarmSubject.Person(used.by()));
        return new EnterOutcome.Entered(used.by(), used.at().plus(GOOD_FOR));
    }

    /// Somebody has the paper, and it opens nothing: administrators may want to know whose it was.
    private EnterOutcome notValid(PersonId of, Origin from) {
        return refused(traveller(of, from), Reason.SEALED_CODE_NOT_VALID);
    }

    /// A number alone names nobody, so that nobody makes rows about others by counting.
    private EnterOutcome wrong(Origin from) {
        return refused(Traveller.unknown(NOBODY, from.address(), from), Reason.WRONG_SECRET);
    }

    private EnterOutcome refused(Traveller traveller, Reason reason) {
        limits.take(Limit.SEALED_CODES, traveller.origin().address());
        passages.refused(traveller, Passage.SIGN_IN, reason);
        return new EnterOutcome.NotValid();
    }

    private static Traveller traveller(PersonId person, Origin origin) {
        return new Traveller(person, Set.of(Role.EMERGENCY), null, origin);
    }
}
