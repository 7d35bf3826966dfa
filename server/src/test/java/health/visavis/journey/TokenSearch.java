package health.visavis.journey;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds words in bytes, whichever way they were written: in any case, in UTF-8 or UTF-16, as Base64 wherever in it
/// they begin, as hexadecimal digits. Addresses and JSON leave letters, digits and hyphens as they are.
///
/// All at once, by the automaton of Aho and Corasick. What was compressed or encrypted it does not find.
final class TokenSearch {

    private static final int[] NO_WAY = new int[256];

    static {
        Arrays.fill(NO_WAY, -1);
    }

    private final List<int[]> ways = new ArrayList<>();
    private final List<@Nullable String> ends = new ArrayList<>();

    TokenSearch(Collection<String> tokens) {
        state();
        tokens.forEach(token -> spellings(token).forEach(spelling -> add(spelling, token)));
        connect();
    }

    Set<String> in(byte[] bytes) {
        try {
            return in(new java.io.ByteArrayInputStream(bytes));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    Set<String> in(InputStream bytes) throws IOException {
        var found = new HashSet<String>();
        var buffer = new byte[1 << 16];
        var state = 0;
        for (var read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
            for (var i = 0; i < read; i++) {
                state = ways.get(state)[lower(buffer[i])];
                var token = ends.get(state);
                if (token != null) {
                    found.add(token);
                }
            }
        }
        return found;
    }

    private static Stream<byte[]> spellings(String token) {
        var cases = Stream.of(token, token.toLowerCase(Locale.ROOT), token.toUpperCase(Locale.ROOT))
                .distinct()
                .toList();
        return Stream.of(
                        Stream.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)
                                .map(token::getBytes),
                        cases.stream().map(one -> ascii(HexFormat.of().formatHex(bytes(one)))),
                        cases.stream().flatMap(one -> Stream.of(0, 1, 2).map(before -> ascii(base64(one, before)))))
                .flatMap(each -> each);
    }

    /// The characters that are the word's alone, after so many bytes of something else.
    private static String base64(String word, int before) {
        var bytes = bytes(word);
        var shifted = new byte[before + bytes.length];
        System.arraycopy(bytes, 0, shifted, before, bytes.length);
        var whole = Base64.getEncoder().withoutPadding().encodeToString(shifted);
        return whole.substring((before * 8 + 5) / 6, shifted.length * 8 / 6);
    }

    private static byte[] bytes(String word) {
        return word.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] ascii(String text) {
        Charset ascii = StandardCharsets.US_ASCII;
        return text.getBytes(ascii);
    }

    private void add(byte[] spelling, String token) {
        var state = 0;
        for (var one : spelling) {
            var way = ways.get(state);
            var letter = lower(one);
            if (way[letter] < 0) {
                way[letter] = state();
            }
            state = way[letter];
        }
        ends.set(state, token);
    }

    private int state() {
        ways.add(NO_WAY.clone());
        ends.add(null);
        return ways.size() - 1;
    }

    /// From each state on with each byte, by the longest end of what was read that begins a spelling.
    private void connect() {
        var fallbacks = new int[ways.size()];
        var queue = new ArrayDeque<Integer>();
        for (var letter = 0; letter < 256; letter++) {
            var first = ways.getFirst()[letter];
            if (first < 0) {
                ways.getFirst()[letter] = 0;
            } else {
                queue.add(first);
            }
        }
        while (!queue.isEmpty()) {
            var state = queue.remove();
            var fallback = ways.get(fallbacks[state]);
            if (ends.get(state) == null) {
                ends.set(state, ends.get(fallbacks[state]));
            }
            for (var letter = 0; letter < 256; letter++) {
                var next = ways.get(state)[letter];
                if (next < 0) {
                    ways.get(state)[letter] = fallback[letter];
                } else {
                    fallbacks[next] = fallback[letter];
                    queue.add(next);
                }
            }
        }
    }

    private static int lower(byte one) {
        return one >= 'A' && one <= 'Z' ? one + ('a' - 'A') : one & 0xff;
    }
}
