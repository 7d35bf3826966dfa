package health.visavis.breakglass;

import health.visavis.access.Access;
import health.visavis.access.Action;
import health.visavis.access.Actor;
import health.visavis.access.UseCase;
import health.visavis.breakglass.store.EmergencyCodes;
import health.visavis.custody.AgreedCodes;
import health.visavis.kernel.PersonId;
import health.visavis.kernel.Sensitive;
import health.visavis.kernel.TimeOrderedId;
import health.visavis.people.People;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/// Makes the codes that two administrators have agreed to, once, for whoever puts them on paper. Nobody can read them
/// again: what is lost before it is printed has to be asked for anew.
@UseCase
public class MakeSealedCodes {

    public static final int HOW_MANY = 10;

    /// A number and a code, as they stand on the paper.
    public record Printed(long number, Sensitive<String> code) {}

    public sealed interface MakeOutcome {

        /// @param name of the person they are for
        record Made(PersonId of, String name, List<Printed> codes) implements MakeOutcome {}

        /// Two have not agreed to it, it has lapsed, or its codes were made before.
        record NotAgreed() implements MakeOutcome {}
    }

    private final Access access;
    private final AgreedCodes agreed;
    private final EmergencyCodes codes;
    private final People people;
    private final Clock clock;

    MakeSealedCodes(Access access, AgreedCodes agreed, EmergencyCodes codes, People people, Clock clock) {
        this.access = access;
        this.agreed = agreed;
        this.codes = codes;
        this.people = people;
        this.clock = clock;
    }

    /// Those made before for the same person open nothing from now on.
    public MakeOutcome make(Actor actor, UUID request) {
        access.require(actor, Action.MAKE_SEALED_CODES.about(request));
        return agreed.take(request, actor.person())
                .<MakeOutcome>map(of -> made(request, of))
                .orElseGet(MakeOutcome.NotAgreed::new);
    }

    private MakeOutcome.Made made(UUID request, PersonId of) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        codes.takeTurn(of);
        codes.withdrawLeft(of, now);
        var printed = Stream.generate(SealedCode::next)
                .limit(HOW_MANY)
                .map(code -> new Printed(
                        add(new EmergencyCodes.New(TimeOrderedId.next(), request, of, now), SealedCode.hash(code)),
                        code))
                .toList();
        return new MakeOutcome.Made(of, people.person(of).orElseThrow().displayName(), printed);
    }

    private long add(EmergencyCodes.New code, SealedCode.Hash hash) {
        return codes.add(code, hash.salt(), hash.iterations(), hash.hash());
    }
}
