package health.visavis.custody;

import health.visavis.custody.domain.KeyAct;
import health.visavis.custody.domain.KeyRequest;
import health.visavis.custody.domain.KeyRequest.Approved;
import health.visavis.custody.domain.KeyRequest.Ending;
import health.visavis.custody.store.KeyRequests;
import health.visavis.kernel.PersonId;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// What two people have agreed to about sealed codes, for the capability that makes them. Without a permission: whoever
/// calls has asked for theirs.
@Component
public class AgreedCodes {

    /// @param of for whom codes may be made
    public record Agreed(UUID request, PersonId of) {}

    private final KeyRequests requests;
    private final Clock clock;

    AgreedCodes(KeyRequests requests, Clock clock) {
        this.requests = requests;
        this.clock = clock;
    }

    /// Oldest first.
    public List<Agreed> waiting() {
        return requests.open(clock.instant()).stream()
                .flatMap(AgreedCodes::agreed)
                .toList();
    }

    /// For whom codes are to be made now; empty for what was not agreed, has lapsed, or was taken before. Taken once,
    /// in
    /// the caller's transaction.
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<PersonId> take(UUID request, PersonId by) {
        var now = clock.instant();
        return requests.held(request)
                .filter(held -> !held.terms().lapsedAt(now))
                .flatMap(held -> agreed(held).findFirst())
                .filter(agreed -> requests.close(request, Ending.DONE, by, now))
                .map(Agreed::of);
    }

    private static Stream<Agreed> agreed(KeyRequest request) {
        return request instanceof Approved approved && approved.terms().act() instanceof KeyAct.MakeCodes codes
                ? Stream.of(new Agreed(approved.terms().id(), codes.of()))
                : Stream.empty();
    }
}
