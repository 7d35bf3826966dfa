package health.visavis.web.session;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a browser says it is, in the few words by which a person knows their own device again. Not an identification: a
/// `User-Agent` may say anything.
public final class Device {

    /// Of a session.
    public static final String ATTRIBUTE = "visavis.device";

    private record Mark(String name, Pattern pattern) {

        static Mark of(String name, String pattern) {
            return new Mark(name, Pattern.compile(pattern));
        }
    }

    /// The first that fits: every other says that it is Chrome or Safari as well.
    private static final List<Mark> BROWSERS = List.of(
            Mark.of("Edge", "\\bEdg(A|iOS)?/"),
            Mark.of("Opera", "\\bOPR/"),
            Mark.of("Samsung Internet", "SamsungBrowser/"),
            Mark.of("Firefox", "Firefox/|FxiOS/"),
            Mark.of("Chrome", "Chrom(e|ium)/|CriOS/"),
            Mark.of("Safari", "Safari/"));

    private static final List<Mark> SYSTEMS = List.of(
            Mark.of("iPhone", "iPhone"),
            Mark.of("iPad", "iPad"),
            Mark.of("Android", "Android"),
            Mark.of("Windows", "Windows"),
            Mark.of("ChromeOS", "CrOS"),
            Mark.of("Mac", "Macintosh"),
            Mark.of("Linux", "Linux"));

    private Device() {}

    /// Names of products, the same in every language; empty when nothing is known.
    public static String of(@Nullable String userAgent) {
        var said = userAgent == null ? "" : userAgent;
        return Stream.of(BROWSERS, SYSTEMS)
                .flatMap(marks -> marks.stream()
                        .filter(mark -> mark.pattern().matcher(said).find())
                        .limit(1))
                .map(Mark::name)
                .collect(Collectors.joining(", "));
    }
}
