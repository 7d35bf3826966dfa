package health.visavis.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/// Captions and typing in the visit, as one person uses them.
final class Words {

    /// A browser that can turn speech into text on the device, played by this script: Chromium on a test machine
    /// has the interface and no model. `window.heardOnTheDevice` says what it hears; each start is kept, and
    /// whether it was bound to the device.
    static final String A_DEVICE_THAT_HEARS = """
            window.startsOfRecognition = [];
            window.SpeechRecognition = class {
              #local = false;
              static available = async (wanted) => (wanted.processLocally ? 'available' : 'unavailable');
              get processLocally() { return this.#local; }
              set processLocally(local) { this.#local = local; }
              start() {
                window.startsOfRecognition.push(this.#local);
                window.heardOnTheDevice = (transcript, isFinal) =>
                    this.onresult?.({ resultIndex: 0, results: [Object.assign([{ transcript }], { isFinal })] });
              }
              abort() { window.heardOnTheDevice = undefined; }
            };
            """;

    /// An engine that has no way of its own for words.
    static final String NO_CHANNEL_FOR_WORDS = """
            const state = Object.getOwnPropertyDescriptor(RTCDataChannel.prototype, 'readyState');
            Object.defineProperty(RTCDataChannel.prototype, 'readyState', {
              get() { return this.label === 'words' ? 'closed' : state.get.call(this); },
            });
            """;

    private final Page page;

    Words(Person person) {
        this.page = person.page();
    }

    void opens() {
        page.keyboard().press("Alt+Shift+R");
        assertThat(field()).isFocused();
    }

    void types(String text) {
        field().pressSequentially(text);
    }

    void erases(int letters) {
        for (int letter = 0; letter < letters; letter++) {
            field().press("Backspace");
        }
    }

    void finishesTheLine() {
        field().press("Enter");
    }

    void asksForCaptions() {
        page.locator("button[data-do=captions]").click();
    }

    /// What stands in the last line, now or soon.
    void reads(String text) {
        assertThat(lines().last().locator("[data-part=text]")).hasText(text);
    }

    void readsNothing() {
        assertThat(lines()).hasCount(0);
    }

    Locator lines() {
        return page.locator(".vv-words__line");
    }

    Locator aloud() {
        return page.locator("[data-ref=wordsAloud]");
    }

    Locator state() {
        return page.locator("[data-ref=wordsState]");
    }

    Locator whatIsWritten() {
        return page.locator("[data-ref=written]");
    }

    private Locator field() {
        return page.locator("#words-typing");
    }
}
