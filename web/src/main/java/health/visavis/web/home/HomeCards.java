package health.visavis.web.home;

import health.visavis.access.Actor;
import java.util.List;

/// What an area shows on the start page of this person. Empty when the area has nothing for this role.
public interface HomeCards {

    List<HomeCard> cards(Actor actor);
}
