package health.visavis.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/// Somebody at a browser of their own.
final class Person {

    /// Ample for a machine on which everything is built and tested at once.
    static final int PATIENCE_MILLIS = 60_000;

    private final String name;
    private final URI address;
    private final BrowserContext context;
    private final Page page;
    private final List<String> wrong = new ArrayList<>();
    private final List<Request> loaded = new ArrayList<>();

    Person(String name, URI address, BrowserContext context) {
        this.name = name;
        this.address = address;
        this.context = context;
        context.addInitScript(Call.REMEMBER_PEER_CONNECTIONS);
        context.addInitScript(Call.REMEMBER_WHAT_IS_SAID);
        context.addInitScript(Call.SMALL_CAMERA);
        this.page = context.newPage();
        page.setDefaultTimeout(PATIENCE_MILLIS);
        page.setDefaultNavigationTimeout(PATIENCE_MILLIS);
        page.onConsoleMessage(this::heard);
        page.onPageError(error -> wrong.add("script: " + error));
        page.onRequestFinished(loaded::add);
    }

    Page page() {
        return page;
    }

    String name() {
        return name;
    }

    URI address() {
        return address;
    }

    /// Opens a page of the platform and checks that it is one that everybody can use.
    Person opens(String path) {
        loaded.clear();
        page.navigate(address.resolve(path).toString());
        return this;
    }

    /// The page as it is now, whatever led to it: accessible, not wider than a small phone, no heavier than
    /// promised.
    Person findsThePageSound() {
        PageChecks.accessible(page);
        PageChecks.fitsASmallPhone(page);
        return this;
    }

    Person signsOut() {
        page.locator("summary.vv-account__open").click();
        page.locator("form[data-sign-out] button").click();
        page.waitForURL(address.resolve("/signed-out").toString());
        return this;
    }

    /// From the next page on.
    Person hasAWholeCamera() {
        page.addInitScript("window.hasAWholeCamera = true;");
        return this;
    }

    Person findsThePageLight() {
        PageChecks.light(List.copyOf(loaded), page.url());
        return this;
    }

    Person findsNothingForACache() {
        PageChecks.keptByNobody(List.copyOf(loaded));
        return this;
    }

    /// Errors that this journey provokes on purpose; anything else in the console fails it.
    Person expects(String partOfMessage) {
        wrong.removeIf(message -> message.contains(partOfMessage));
        return this;
    }

    void sawNothingWrong() {
        assertThat(wrong).as("what the browser of %s complained about", name).isEmpty();
    }

    void leavePicture(String journey) {
        if (page.isClosed()) {
            return;
        }
        var file = journey.replaceAll("[^A-Za-z0-9]+", "-") + name + ".png";
        page.screenshot(new Page.ScreenshotOptions().setPath(Traces.of(file)).setFullPage(true));
        System.out.printf("%s was at %s, complaints: %s%n", name, page.url(), wrong);
    }

    /// Leaving twice is leaving once.
    void leave() {
        context.close();
    }

    private void heard(ConsoleMessage message) {
        if (message.type().equals("error")) {
            wrong.add("console: " + message.text() + " at " + message.location());
        }
    }
}
