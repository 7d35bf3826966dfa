package health.visavis.web.home;

import health.visavis.access.Actor;
import health.visavis.access.ProxyScope;
import java.util.List;
import java.util.Optional;

/// What an area shows on the start page of this person. Empty when the area has nothing for this role.
public interface HomeCards {

    List<HomeCard> cards(Actor actor);

    /// To which part of what a patient can give somebody these cards belong; empty: they are nothing to who acts for
    /// one.
    default Optional<ProxyScope> scope() {
        return Optional.empty();
    }
}
