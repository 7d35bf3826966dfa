package violations;

import health.visavis.access.Actor;
import health.visavis.access.UseCase;

@UseCase
public class NeverAsks {

    public String read(Actor actor) {
        return actor.toString();
    }
}
