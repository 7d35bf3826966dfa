package health.visavis.web.home;

import health.visavis.web.layout.Words;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One card of the start page, in words that the page writes in the viewer's language and zone.
///
/// ```java
/// HomeCard.lead(10, Words.of("scheduling.home.next", doctor)).at(start).step(Step.main("/visits/…",
/// Words.of("scheduling.home.join")))
/// ```
///
/// @param order small comes first
/// @param lead the one thing this person most likely came for: drawn large
/// @param urgent somebody is in danger: drawn like an emergency
/// @param at shown as date, time with zone, and "in 20 minutes"
/// @param whenEmpty said when there are no entries; null: the card needs none
public record HomeCard(
        int order,
        boolean lead,
        boolean urgent,
        Words title,
        @Nullable Instant at,
        @Nullable Words text,
        List<Entry> entries,
        @Nullable Words whenEmpty,
        List<Step> steps) {

    public HomeCard {
        entries = List.copyOf(entries);
        steps = List.copyOf(steps);
    }

    public static HomeCard lead(int order, Words title) {
        return new HomeCard(order, true, false, title, null, null, List.of(), null, List.of());
    }

    public static HomeCard urgent(int order, Words title) {
        return new HomeCard(order, true, true, title, null, null, List.of(), null, List.of());
    }

    public static HomeCard of(int order, Words title) {
        return new HomeCard(order, false, false, title, null, null, List.of(), null, List.of());
    }

    public HomeCard at(Instant instant) {
        return new HomeCard(order, lead, urgent, title, instant, text, entries, whenEmpty, steps);
    }

    public HomeCard text(Words words) {
        return new HomeCard(order, lead, urgent, title, at, words, entries, whenEmpty, steps);
    }

    public HomeCard entries(List<Entry> more, Words orEmpty) {
        return new HomeCard(order, lead, urgent, title, at, text, more, orEmpty, steps);
    }

    public HomeCard step(Step... more) {
        return new HomeCard(order, lead, urgent, title, at, text, entries, whenEmpty, List.of(more));
    }

    /// A line of a card: a person's name, when, a word about it, and where it leads.
    public record Entry(
            String name,
            @Nullable Instant at,
            @Nullable Words detail,
            @Nullable Status status,
            @Nullable String path) {

        public static Entry of(String name, Instant at, String path) {
            return new Entry(name, at, null, null, path);
        }

        public Entry detail(Words words) {
            return new Entry(name, at, words, status, path);
        }

        public Entry status(String kind, Words words) {
            return new Entry(name, at, detail, new Status(kind, words), path);
        }
    }

    /// A badge: `plain`, `info`, `success`, `warn`, `danger` or `accent`.
    public record Status(String kind, Words words) {}

    /// A link drawn as a button.
    public record Step(
            String path,
            Words label,
            boolean main,
            @Nullable String icon) {

        public static Step main(String path, Words label) {
            return new Step(path, label, true, null);
        }

        public static Step other(String path, Words label) {
            return new Step(path, label, false, null);
        }

        public Step icon(String name) {
            return new Step(path, label, main, name);
        }
    }
}
