package health.visavis.visit;

import health.visavis.access.Actor;
import health.visavis.access.VisitGuests;
import health.visavis.kernel.VisitId;
import health.visavis.links.LinkId;
import health.visavis.links.Links;
import health.visavis.visit.domain.Companion;
import health.visavis.visit.domain.CompanionId;
import health.visavis.visit.store.Companions;
import health.visavis.visit.store.Encounters;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Answers access how far a guest has come: by what the database says now, not by what a session remembers.
@Component
class GuestStandings implements VisitGuests {

    private final Companions companions;
    private final Encounters encounters;
    private final Links links;

    GuestStandings(Companions companions, Encounters encounters, Links links) {
        this.companions = companions;
        this.encounters = encounters;
        this.links = links;
    }

    @Override
    public Optional<Standing> standingOf(Actor guest, UUID visit) {
        return companions
                .find(new VisitId(visit), CompanionId.of(guest.person()))
                .filter(companion -> links.heldBy(
                        new LinkId(companion.facts().link()), guest.origin().session()))
                .flatMap(this::standing);
    }

    /// Whoever was invited may still read that the visit is over, and nothing more.
    private Optional<Standing> standing(Companion companion) {
        return switch (companion) {
            case Companion.Invited _, Companion.Opened _, Companion.Waiting _ -> Optional.of(Standing.INVITED);
            case Companion.Admitted admitted ->
                Optional.of(
                        encounters.timeUntilOver(admitted.visit()).isEmpty()
                                ? Standing.INVITED
                                : admitted.coHost() ? Standing.CO_HOST : Standing.ADMITTED);
            case Companion.Removed _ -> Optional.empty();
        };
    }
}
