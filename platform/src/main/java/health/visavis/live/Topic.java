package health.visavis.live;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/// What a page can follow, written `thread:0199…`: a kind and the id of one thing of that kind.
public record Topic(String kind, UUID id) implements Comparable<Topic> {

    private static final Pattern KIND = Pattern.compile("[a-z]{1,20}");
    private static final Pattern FORM = Pattern.compile("(" + KIND + "):([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");
    private static final Comparator<Topic> ORDER =
            Comparator.comparing(Topic::kind).thenComparing(Topic::id);

    public Topic {
        if (!KIND.matcher(kind).matches()) {
            throw new IllegalArgumentException("A topic's kind is a short lower-case word");
        }
    }

    public static Topic visit(UUID id) {
        return new Topic("visit", id);
    }

    public static Topic thread(UUID id) {
        return new Topic("thread", id);
    }

    public static Topic person(UUID id) {
        return new Topic("person", id);
    }

    /// A guest's own standing.
    public static Topic guest(UUID id) {
        return new Topic("guest", id);
    }

    public static Topic clinician(UUID id) {
        return new Topic("clinician", id);
    }

    public static Optional<Topic> parse(String text) {
        var matcher = FORM.matcher(text.toLowerCase(Locale.ROOT));
        return matcher.matches()
                ? Optional.of(new Topic(matcher.group(1), UUID.fromString(matcher.group(2))))
                : Optional.empty();
    }

    @Override
    public int compareTo(Topic other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return kind + ":" + id;
    }
}
