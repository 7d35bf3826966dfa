package health.visavis.custody;

import health.visavis.access.Access;
import health.visavis.access.Action;
import health.visavis.access.Actor;
import health.visavis.access.UseCase;
import health.visavis.custody.domain.KeyAct;
import health.visavis.custody.domain.KeyRequest;
import health.visavis.custody.store.KeyRequests;
import health.visavis.kernel.PatientId;
import health.visavis.kernel.PersonId;
import health.visavis.keys.KeyRing;
import health.visavis.keys.KeyStanding;
import health.visavis.people.PatientSummary;
import health.visavis.people.People;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What there is of keys, and what is asked about them. No key and nothing that a key is made of.
@UseCase
public class ReadKeys {

    /// @param open which are not done yet, oldest first
    /// @param closed newest first
    /// @param patients names of whom requests are about
    /// @param people names of who agreed, and of for whom codes are asked
    public record Custody(
            KeyStanding standing,
            List<KeyRequest> open,
            List<KeyRequest.Closed> closed,
            Map<PatientId, String> patients,
            Map<PersonId, String> people) {}

    private final Access access;
    private final KeyRequests requests;
    private final KeyRing keys;
    private final People people;
    private final Clock clock;

    ReadKeys(Access access, KeyRequests requests, KeyRing keys, People people, Clock clock) {
        this.access = access;
        this.requests = requests;
        this.keys = keys;
        this.people = people;
        this.clock = clock;
    }

    public Custody read(Actor actor) {
        var receipt = access.require(actor, Action.READ_KEYS.anyone());
        var open = requests.open(clock.instant());
        var closed = requests.closed();
        var about = Stream.concat(open.stream(), closed.stream())
                .flatMap(request -> request.terms().act().patient().stream())
                .distinct()
                .toList();
        access.showed(receipt, about);
        var agreed = open.stream()
                .flatMap(request -> switch (request) {
                    case KeyRequest.Backed backed -> Stream.of(backed.first().by());
                    case KeyRequest.Approved approved ->
                        Stream.of(approved.first().by(), approved.second().by());
                    case KeyRequest.Asked _, KeyRequest.Closed _ -> Stream.<PersonId>empty();
                })
                .distinct()
                .toList();
        var forWhom = Stream.concat(open.stream(), closed.stream())
                .map(request -> request.terms().act())
                .flatMap(act -> act instanceof KeyAct.MakeCodes codes ? Stream.of(codes.of()) : Stream.empty());
        return new Custody(
                keys.standing(),
                open,
                closed,
                people.patients(about).stream()
                        .collect(Collectors.toMap(PatientSummary::id, PatientSummary::displayName)),
                people.displayNames(
                        Stream.concat(agreed.stream(), forWhom).distinct().toList()));
    }
}
