package health.visavis.journey;

import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/// What others than the person learn from a browser: addresses, the headers that lead from page to page, the console,
/// whom it asks, and what a cache on the way may keep.
final class Watched {

    private static final Set<String> PERSONAL = Set.of("document", "xhr", "fetch");

    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final Set<String> asked = java.util.concurrent.ConcurrentHashMap.newKeySet();
    private final List<String> kept = new CopyOnWriteArrayList<>();

    Watched(Person... people) {
        for (var person : people) {
            var context = person.page().context();
            context.onRequest(this::asks);
            context.onResponse(this::answers);
            context.onConsoleMessage(message -> seen.add("console " + message.text()));
            person.page().onWebSocket(socket -> seen.add("socket " + socket.url()));
            person.page().onFrameNavigated(frame -> seen.add("page " + frame.url() + " " + frame.name()));
        }
    }

    String seen() {
        return String.join("\n", seen);
    }

    /// Hosts and ports.
    Set<String> asked() {
        return Set.copyOf(asked);
    }

    /// Answers about people that a cache could keep.
    List<String> kept() {
        return List.copyOf(kept);
    }

    private void asks(Request request) {
        seen.add("asks " + request.url() + " from " + request.headers().getOrDefault("referer", "nowhere"));
        var url = URI.create(request.url());
        if (url.getHost() != null) {
            asked.add(url.getAuthority());
        }
    }

    private void answers(Response response) {
        var headers = response.headers();
        seen.add(headers.entrySet().stream()
                .filter(header -> !header.getKey().equals("content-disposition"))
                .map(header -> header.getKey() + ": " + header.getValue())
                .collect(Collectors.joining("\n")));
        var url = URI.create(response.url());
        var personal = PERSONAL.contains(response.request().resourceType())
                && !url.getPath().startsWith("/assets/");
        if (personal
                && !headers.getOrDefault("cache-control", "")
                        .toLowerCase(Locale.ROOT)
                        .contains("no-store")) {
            kept.add(response.url());
        }
    }
}
