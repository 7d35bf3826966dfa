package health.visavis.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BrowsersTest {

    @ParameterizedTest
    @MethodSource("corpus")
    void readsWhatBrowsersSayOfThemselves(String verdict, String userAgent) {
        assertThat(inWords(Browsers.of(userAgent))).isEqualTo(verdict);
    }

    @Test
    void whoSaysNothingMayTry() {
        assertThat(Browsers.of(null)).isEqualTo(new Verdict.Works());
        assertThat(Browsers.of("")).isEqualTo(new Verdict.Works());
    }

    @Test
    void theWayOutDependsOnTheMachine() {
        assertThat(Browsers.of("Mozilla/5.0 (iPad; CPU OS 16_7 like Mac OS X) AppleWebKit/605 Mobile [FBAN/FBIOS]"))
                .isEqualTo(new Verdict.InsideAnApp(Platform.IOS, "Facebook"));
        assertThat(Browsers.of("Mozilla/5.0 (Linux; Android 14; wv) Chrome/125.0 Instagram 335.0"))
                .isEqualTo(new Verdict.InsideAnApp(Platform.ANDROID, "Instagram"));
        assertThat(Browsers.of("Mozilla/5.0 (Windows NT 6.1; Trident/7.0; rv:11.0) like Gecko"))
                .isEqualTo(new Verdict.TooOld(Platform.COMPUTER));
    }

    static Stream<Arguments> corpus() throws IOException {
        try (var file = Objects.requireNonNull(BrowsersTest.class.getResourceAsStream("/browser/user-agents.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> !line.isBlank() && !line.startsWith("#"))
                            .map(line -> line.split(" \\| ", 2))
                            .map(parts -> Arguments.of(parts[0], parts[1]))
                            .toList()
                            .stream();
        }
    }

    private static String inWords(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Works _ -> "works";
            case Verdict.TooOld _ -> "too-old";
            case Verdict.LacksCalls _ -> "lacks-calls";
            case Verdict.InsideAnApp inside -> inside.app() == null ? "in-app" : "in-app:" + inside.app();
        };
    }
}
