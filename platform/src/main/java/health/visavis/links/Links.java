package health.visavis.links;

import health.visavis.kernel.Algorithms;
import health.visavis.kernel.Sensitive;
import health.visavis.limits.Limit;
import health.visavis.limits.SharedLimits;
import health.visavis.links.store.LinkRecords;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Makes links and tells what they open. Asks for no permission: each caller has.
@Component
@Transactional
public class Links {

    /// Who tries a link.
    ///
    /// @param address network address as the edge saw it
    /// @param token what stood in the address of the page
    public record Attempt(String address, Sensitive<String> token) {}

    private static final int TOKEN_BYTES = 32;
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final LinkRecords links;
    private final SharedLimits limits;
    private final Clock clock;

    Links(LinkRecords links, SharedLimits limits, Clock clock) {
        this.links = links;
        this.limits = limits;
        this.clock = clock;
    }

    /// @param purpose what it is for, such as `visit-guest`: a link opens nothing else
    public NewLink make(String purpose, UUID subject, Instant expiresAt) {
        var bytes = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var id = LinkId.next();
        links.add(new LinkRecords.Row(id.value(), hash(token), purpose, subject, clock.instant(), expiresAt));
        return new NewLink(id, Sensitive.of(token));
    }

    /// What the link opens; using nothing up.
    public Optional<OpenLink> look(String purpose, Attempt attempt) {
        var now = clock.instant();
        var token = attempt.token().reveal();
        var found = TOKEN.matcher(token).matches()
                ? links.open(hash(token), purpose, now).map(row -> new OpenLink(new LinkId(row.id()), row.subject()))
                : Optional.<OpenLink>empty();
        if (found.isEmpty()) {
            limits.take(Limit.GUEST_LINKS, attempt.address());
        }
        return found;
    }

    /// How long this address is told to wait, when it has asked for too many links that open nothing. A link that opens
    /// something opens it all the same: many people may share an address with one who guesses.
    @Transactional(readOnly = true)
    public Optional<Duration> waitOf(String address) {
        return limits.look(Limit.GUEST_LINKS, address);
    }

    /// Hands the link to one browser; whoever held it before holds nothing any more.
    ///
    /// @param holder names the browser's session, not readable back into one
    public Optional<OpenLink> take(String purpose, Attempt attempt, String holder) {
        var found = look(purpose, attempt);
        found.ifPresent(link -> links.hold(link.id().value(), holder, clock.instant()));
        return found;
    }

    /// Whether this browser may still use the link.
    @Transactional(readOnly = true)
    public boolean heldBy(LinkId link, String holder) {
        return links.isHeldBy(link.value(), holder, clock.instant());
    }

    /// From now on it opens nothing.
    public void withdraw(LinkId link) {
        links.withdraw(link.value(), clock.instant());
    }

    private static byte[] hash(String token) {
        try {
            return Algorithms.inUse().digest("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
