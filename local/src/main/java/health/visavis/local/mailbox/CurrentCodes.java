package health.visavis.local.mailbox;

import health.visavis.local.demo.AccountSecrets;
import health.visavis.local.demo.LocalAccount;
import health.visavis.local.signin.domain.OneTimeCode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The one-time codes of the demo's staff, as their authenticator apps would show them, except that a spent
/// code gives way to the next.
final class CurrentCodes {

    private final AccountSecrets secrets;
    private final Supplier<Map<String, Long>> used;
    private final Clock clock;

    /// @param used the time step of the last used code by sign-in name
    CurrentCodes(AccountSecrets secrets, Supplier<Map<String, Long>> used, Clock clock) {
        this.secrets = secrets;
        this.used = used;
        this.clock = clock;
    }

    /// @param digits null while both codes that would be taken now are spent
    /// @param until when the code ends, or when there is one again
    record Code(LocalAccount account, @Nullable String digits, Duration until) {}

    List<Code> all() {
        var now = clock.instant();
        var spent = used.get();
        var codes = new ArrayList<Code>();
        for (var account : LocalAccount.values()) {
            var secret = secrets.codeSecret(account);
            if (secret != null) {
                codes.add(code(account, secret, now, spent));
            }
        }
        return codes;
    }

    private static Code code(LocalAccount account, byte[] secret, Instant now, Map<String, Long> spent) {
        var current = OneTimeCode.stepAt(now);
        var step = Math.max(current, spent.getOrDefault(account.signInName(), current - 1) + 1);
        if (step > current + 1) {
            // A code is taken from one step before its own.
            return new Code(account, null, Duration.between(now, begin(step - 1)));
        }
        return new Code(account, OneTimeCode.STANDARD.at(secret, step), Duration.between(now, begin(step + 2)));
    }

    private static Instant begin(long step) {
        return Instant.ofEpochSecond(step * OneTimeCode.SECONDS);
    }
}
