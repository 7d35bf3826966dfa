package violations;

import health.visavis.access.Access;
import health.visavis.access.Action;
import health.visavis.access.Actor;
import health.visavis.access.UseCase;
import java.util.List;

@UseCase
public class LateAsker {

    private final Access access;

    LateAsker(Access access) {
        this.access = access;
    }

    public List<String> read(Actor actor) {
        var secrets = List.of("looked");
        var more = List.copyOf(secrets);

        access.require(actor, Action.SEARCH_AUDIT.anyone());
        return more;
    }
}
