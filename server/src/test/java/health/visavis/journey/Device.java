package health.visavis.journey;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;

/// The device in a person's hand: whatever a site can leave on it.
final class Device {

    private static final String KEPT = """
            async () => [
              ...Object.entries(localStorage).map(([name, value]) => `localStorage ${name}=${value}`),
              ...Object.entries(sessionStorage).map(([name, value]) => `sessionStorage ${name}=${value}`),
              ...(await indexedDB.databases()).map(({ name }) => `IndexedDB ${name}`),
              ...(await caches.keys()).map((name) => `Cache storage ${name}`),
              ...(await navigator.serviceWorker.getRegistrations()).map(({ scope }) => `service worker ${scope}`),
              ...document.cookie.split(';').map((cookie) => cookie.trim()).filter((cookie) => cookie).map((cookie) => `cookie ${cookie}`),
            ]
            """;

    private final Page page;

    Device(Person person) {
        this.page = person.page();
    }

    /// What a script of the page could read here later, and cookies that it could.
    List<String> keeps() {
        @SuppressWarnings("unchecked")
        var kept = new ArrayList<>((List<String>) page.evaluate(KEPT));
        page.context().cookies().stream()
                .filter(cookie -> !Boolean.TRUE.equals(cookie.httpOnly))
                .map(cookie -> "cookie " + cookie.name)
                .forEach(kept::add);
        return kept;
    }
}
