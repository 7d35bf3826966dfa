package health.visavis.web.styles;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// WCAG 2.2 AA over the tokens: text at 4.5 to 1, borders of controls and focus at 3 to 1, in light and in dark.
class TokenContrastTest {

    private static final double TEXT = 4.5;
    private static final double SHAPE = 3;
    private static final List<String> GROUNDS = List.of("paper", "surface", "sunken");
    private static final List<String> SOFT = List.of(
            "primary", "accent", "info", "success", "warn", "danger", "tone-1", "tone-2", "tone-3", "tone-4", "tone-5",
            "tone-6");

    @Test
    void textIsReadableInLight() throws IOException {
        assertThat(weak(light())).isEmpty();
    }

    @Test
    void textIsReadableInDark() throws IOException {
        assertThat(weak(dark())).isEmpty();
    }

    @Test
    void darkByChoiceIsDarkByDevice() throws IOException {
        assertThat(Tokens.after(":root[data-theme='dark']")).isEqualTo(dark());
        assertThat(dark().colours().keySet()).isEqualTo(light().colours().keySet());
    }

    @Test
    void aWeakPairIsSeen() {
        var grey = new Tokens(java.util.Map.of("ink", "999999", "paper", "ffffff"));

        assertThat(grey.contrast("ink", "paper")).isBetween(2.8, 2.9);
    }

    private static Tokens light() throws IOException {
        return Tokens.after(":root {");
    }

    private static Tokens dark() throws IOException {
        return Tokens.after(":root:not([data-theme='light'])");
    }

    private static List<String> weak(Tokens tokens) {
        var weak = new ArrayList<String>();
        for (var ground : GROUNDS) {
            for (var text : List.of("ink", "ink-soft", "link", "danger", "on-accent-soft")) {
                check(weak, tokens, text, ground, TEXT);
            }
            for (var shape : List.of("line-strong", "focus", "primary")) {
                check(weak, tokens, shape, ground, SHAPE);
            }
        }
        for (var name : SOFT) {
            check(weak, tokens, "on-" + name + "-soft", name + "-soft", TEXT);
        }
        check(weak, tokens, "on-primary", "primary", TEXT);
        check(weak, tokens, "on-primary", "primary-strong", TEXT);
        check(weak, tokens, "on-danger", "danger", TEXT);
        check(weak, tokens, "on-danger", "danger-strong", TEXT);
        check(weak, tokens, "link", "primary-soft", TEXT);
        check(weak, tokens, "focus", "primary-soft", SHAPE);
        check(weak, tokens, "paper", "ink", TEXT);
        return weak;
    }

    private static void check(List<String> weak, Tokens tokens, String one, String other, double atLeast) {
        var contrast = tokens.contrast(one, other);
        if (contrast < atLeast) {
            weak.add("%s on %s: %.2f".formatted(one, other, contrast));
        }
    }
}
