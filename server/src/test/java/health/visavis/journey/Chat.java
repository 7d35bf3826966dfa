package health.visavis.journey;

import com.microsoft.playwright.Page;

/// The conversation in the visit.
final class Chat {

    private final Page page;

    Chat(Person person) {
        this.page = person.page();
    }

    void opens() {
        page.locator("button[data-do=side]:visible").click();
        field().waitFor();
    }

    void writes(String text) {
        field().fill(text);
        page.locator("[data-module=chat] form button[type=submit]:visible").click();
    }

    void reads(String text) {
        page.locator("[data-module=chat]").getByText(text).first().waitFor();
    }

    private com.microsoft.playwright.Locator field() {
        return page.locator("[data-module=chat] textarea:visible").first();
    }
}
