package health.visavis.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.Map;

/// A person's only way to use a page: no mouse, no finger.
///
/// After each key the focus has to be somewhere that the eye finds: an outline on the focused element or on what
/// stands for it, within the window and covered by nothing.
final class Keyboard {

    private static final int MORE_THAN_ANY_PAGE_HAS = 200;

    private static final String FOCUS = """
            () => {
              const focused = document.activeElement;
              if (!focused || focused === document.body || focused === document.documentElement) return { name: '' };
              const outlined = (element, pseudo) => {
                const style = element ? getComputedStyle(element, pseudo) : undefined;
                return style && style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
              };
              const around = [focused, focused.nextElementSibling, focused.closest('label'), focused.closest('.vv-card')];
              const box = (focused.closest('label') ?? focused).getBoundingClientRect();
              const x = (Math.max(box.left, 0) + Math.min(box.right, innerWidth)) / 2;
              const y = (Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2;
              const seen = document.elementFromPoint(x, y);
              window.focusedBefore ??= new Set();
              const again = window.focusedBefore.has(focused);
              window.focusedBefore.add(focused);
              return {
                name: `${focused.localName} ${(focused.ariaLabel ?? focused.innerText ?? '').trim() || focused.name}`,
                outlined: outlined(focused, '::after') || around.some((element) => outlined(element)),
                inSight: box.width > 0 && box.height > 0 && !!seen
                    && (focused.contains(seen) || seen.contains(focused) || !!focused.closest('label')?.contains(seen)),
                again,
              };
            }
            """;

    private final Page page;

    Keyboard(Page page) {
        this.page = page;
    }

    /// Tab by Tab, as far as it takes.
    Keyboard reaches(Locator target) {
        target.first().waitFor();
        var way = new ArrayList<String>();
        for (int presses = 0; presses < MORE_THAN_ANY_PAGE_HAS; presses++) {
            if (isFocused(target)) {
                return this;
            }
            page.keyboard().press("Tab");
            way.add(visibleFocus().name());
        }
        throw new AssertionError("Tab does not lead to " + target + " at " + page.url() + "; it led to " + way);
    }

    Keyboard presses(String key) {
        page.keyboard().press(key);
        return this;
    }

    Keyboard types(String text) {
        visibleFocus();
        page.keyboard().type(text);
        return this;
    }

    /// From the top of a page, Tab goes through all of it and out again, and never twice to the same place.
    void goesThroughThePage() {
        page.evaluate("window.focusedBefore = new Set()");
        var way = new ArrayList<String>();
        while (way.size() < MORE_THAN_ANY_PAGE_HAS) {
            page.keyboard().press("Tab");
            var focus = visibleFocus();
            if (focus.isOutside() || focus.again()) {
                break;
            }
            way.add(focus.name());
        }
        assertThat(way).as("what Tab reaches at %s", page.url()).hasSizeBetween(3, MORE_THAN_ANY_PAGE_HAS - 1);
    }

    boolean isFocused(Locator target) {
        return (Boolean) target.evaluateAll("found => found.includes(document.activeElement)");
    }

    private Focus visibleFocus() {
        @SuppressWarnings("unchecked")
        var told = (Map<String, Object>) page.evaluate(FOCUS);
        var focus = new Focus(
                (String) told.get("name"),
                Boolean.TRUE.equals(told.get("outlined")),
                Boolean.TRUE.equals(told.get("inSight")),
                Boolean.TRUE.equals(told.get("again")));
        if (!focus.isOutside()) {
            assertThat(focus.outlined())
                    .as("outline of the focused %s at %s", focus.name(), page.url())
                    .isTrue();
            assertThat(focus.inSight())
                    .as("the focused %s at %s is in sight", focus.name(), page.url())
                    .isTrue();
        }
        return focus;
    }

    /// @param name empty when the focus is on nothing of the page: in the browser's own controls
    private record Focus(String name, boolean outlined, boolean inSight, boolean again) {

        boolean isOutside() {
            return name.isEmpty();
        }
    }
}
