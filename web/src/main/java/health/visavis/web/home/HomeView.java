package health.visavis.web.home;

import java.util.Comparator;
import java.util.List;

/// What the start page draws: lead cards first and large, the others beside each other.
public record HomeView(List<HomeCard> lead, List<HomeCard> others) {

    static HomeView of(List<HomeCard> cards) {
        var sorted =
                cards.stream().sorted(Comparator.comparingInt(HomeCard::order)).toList();
        return new HomeView(
                sorted.stream().filter(HomeCard::lead).toList(),
                sorted.stream().filter(card -> !card.lead()).toList());
    }
}
