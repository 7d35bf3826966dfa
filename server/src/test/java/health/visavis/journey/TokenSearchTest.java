package health.visavis.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class TokenSearchTest {

    private static final String WORD = "Qbcdfghjkmnp";
    private static final String DATE = "1907-11-23";
    private static final String NUMBER = "+15550123456";

    private final TokenSearch search = new TokenSearch(List.of(WORD, DATE, NUMBER));

    @Test
    void findsAWordInAnyCase() {
        for (var text : List.of(WORD, WORD.toLowerCase(Locale.ROOT), WORD.toUpperCase(Locale.ROOT), "qBcDfGhJkMnP")) {
            assertThat(search.in(bytes("before" + text + "after"))).containsExactly(WORD);
        }
    }

    @Test
    void findsItAsAddressesAndJsonWriteIt() {
        var text = "¿\"%s\" y %s?\n".formatted(WORD, DATE);
        assertThat(search.in(bytes(URLEncoder.encode(text, StandardCharsets.UTF_8))))
                .containsExactlyInAnyOrder(WORD, DATE);
        assertThat(search.in(bytes(JsonMapper.shared().writeValueAsString(text))))
                .containsExactlyInAnyOrder(WORD, DATE);
    }

    @Test
    void findsItInBase64WhereverItBegins() {
        for (var token : List.of(WORD, DATE, NUMBER, WORD.toUpperCase(Locale.ROOT))) {
            for (var before : List.of("", "a", "ab", "abc", "ab\0\t")) {
                var encoded = Base64.getEncoder().encode(bytes(before + token + "z"));
                assertThat(search.in(encoded)).as("%s after %s", token, before).hasSize(1);
            }
        }
    }

    @Test
    void findsItAsHexadecimalDigitsAndInSixteenBits() {
        assertThat(search.in(bytes(HexFormat.of().withUpperCase().formatHex(bytes("a" + WORD)))))
                .containsExactly(WORD);
        assertThat(search.in(WORD.getBytes(StandardCharsets.UTF_16LE))).containsExactly(WORD);
        assertThat(search.in(WORD.getBytes(StandardCharsets.UTF_16BE))).containsExactly(WORD);
    }

    @Test
    void findsAWordThatBeginsWithinAnother() {
        var both = new TokenSearch(List.of("abcabd", "cabda", "bd"));
        assertThat(both.in(bytes("abcabcabda"))).contains("abcabd", "cabda");
    }

    @Test
    void findsNothingInWhatIsNotTheWord() {
        var parts = IntStream.range(1, WORD.length())
                .mapToObj(end -> WORD.substring(0, end) + " " + WORD.substring(end))
                .toList();
        assertThat(search.in(bytes(String.join("\n", parts)))).isEmpty();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
