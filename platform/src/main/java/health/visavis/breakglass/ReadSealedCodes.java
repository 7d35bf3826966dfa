package health.visavis.breakglass;

import health.visavis.access.Access;
import health.visavis.access.Action;
import health.visavis.access.Actor;
import health.visavis.access.UseCase;
import health.visavis.breakglass.store.EmergencyCodes;
import health.visavis.custody.AgreedCodes;
import health.visavis.custody.AgreedCodes.Agreed;
import health.visavis.kernel.PersonId;
import health.visavis.people.Account;
import health.visavis.people.People;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// For whom there are sealed codes and how many are left, and which may be made. Never a code.
@UseCase
public class ReadSealedCodes {

    /// @param left newest first
    /// @param agreed what two have agreed to and nobody has printed yet, oldest first
    /// @param forWhom doctors and nurses for whom some could be asked
    /// @param names of all of them
    public record Standing(
            List<CodesLeft> left, List<Agreed> agreed, List<Account> forWhom, Map<PersonId, String> names) {

        public String name(PersonId person) {
            return names.getOrDefault(person, "–");
        }
    }

    private final Access access;
    private final EmergencyCodes codes;
    private final AgreedCodes agreedCodes;
    private final People people;

    ReadSealedCodes(Access access, EmergencyCodes codes, AgreedCodes agreedCodes, People people) {
        this.access = access;
        this.codes = codes;
        this.agreedCodes = agreedCodes;
        this.people = people;
    }

    public Standing read(Actor actor) {
        access.require(actor, Action.READ_SEALED_CODES.anyone());
        var left = codes.left();
        var agreed = agreedCodes.waiting();
        var names = people.displayNames(
                Stream.concat(left.stream().map(CodesLeft::of), agreed.stream().map(Agreed::of))
                        .distinct()
                        .toList());
        return new Standing(left, agreed, people.clinicalStaff(), names);
    }
}
