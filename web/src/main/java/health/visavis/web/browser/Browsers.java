package health.visavis.web.browser;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads a `User-Agent`. Whatever it does not know may try: only what is known not to work is sent elsewhere.
///
/// The versions are the first with all that our pages need, of which cascade layers (styles) came last.
final class Browsers {

    private record App(String name, Pattern mark) {

        static App of(String name, String mark) {
            return new App(name, Pattern.compile(mark, Pattern.CASE_INSENSITIVE));
        }
    }

    /// The first that fits: Messenger says that it is Facebook as well, and most of them that they are a WebView.
    private static final List<App> APPS = List.of(
            App.of("Messenger", "FBAN/Messenger|Orca-Android|MessengerForiOS|MessengerLite"),
            App.of("Instagram", "\\bInstagram[ /]"),
            App.of("Facebook", "\\bFB(AN|AV|_IAB|IOS)/|\\[FB"),
            App.of("LinkedIn", "LinkedInApp"),
            App.of("Outlook", "Outlook-(iOS|Android)|Microsoft Outlook"),
            App.of("WeChat", "MicroMessenger"),
            App.of("Line", "\\bLine/\\d"),
            App.of("TikTok", "musical_ly|BytedanceWebview|TikTok|\\btrill_"),
            App.of("Snapchat", "Snapchat"),
            App.of("Pinterest", "\\[?Pinterest/"),
            App.of("KakaoTalk", "KAKAOTALK"),
            App.of("X", "Twitter for |TwitterAndroid"),
            App.of("Google", "\\bGSA/"));

    private static final Pattern ANDROID_WEB_VIEW = Pattern.compile("; wv\\)|Version/4\\.0 Chrome/");
    private static final Pattern NEVER = Pattern.compile("Trident/|MSIE |Opera Mini|\\bEdge/\\d");

    private static final Pattern IOS_VERSION = Pattern.compile("\\bOS (\\d+)_(\\d+)");
    private static final Pattern CHROME = Pattern.compile("Chrom(?:e|ium)/(\\d+)");
    private static final Pattern FIREFOX = Pattern.compile("Firefox/(\\d+)");
    private static final Pattern SAFARI = Pattern.compile("Version/(\\d+)\\.(\\d+).*Safari/");
    private static final int OLDEST_CHROME = 99;
    private static final int OLDEST_FIREFOX = 97;
    private static final int OLDEST_SAFARI = 1504;

    private Browsers() {}

    static Verdict of(@Nullable String userAgent) {
        if (userAgent == null) {
            return new Verdict.Works();
        }
        var platform = platform(userAgent);
        for (var app : APPS) {
            if (app.mark().matcher(userAgent).find()) {
                return new Verdict.InsideAnApp(platform, app.name());
            }
        }
        if (platform == Platform.ANDROID && ANDROID_WEB_VIEW.matcher(userAgent).find()
                || platform == Platform.IOS && userAgent.contains("AppleWebKit") && !userAgent.contains("Safari/")) {
            return new Verdict.InsideAnApp(platform, null);
        }
        return NEVER.matcher(userAgent).find() || tooOld(userAgent, platform)
                ? new Verdict.TooOld(platform)
                : new Verdict.Works();
    }

    private static boolean tooOld(String userAgent, Platform platform) {
        if (platform == Platform.IOS) {
            // Every browser there is Safari's engine, of the age of the system.
            return older(version(IOS_VERSION, userAgent), OLDEST_SAFARI);
        }
        var firefox = number(FIREFOX, userAgent);
        if (firefox.isPresent()) {
            return older(firefox, OLDEST_FIREFOX);
        }
        var chrome = number(CHROME, userAgent);
        return chrome.isPresent() ? older(chrome, OLDEST_CHROME) : older(version(SAFARI, userAgent), OLDEST_SAFARI);
    }

    static Platform platform(String userAgent) {
        var agent = userAgent.toLowerCase(Locale.ROOT);
        if (agent.contains("iphone") || agent.contains("ipad") || agent.contains("ipod")) {
            return Platform.IOS;
        }
        return agent.contains("android") ? Platform.ANDROID : Platform.COMPUTER;
    }

    private static boolean older(OptionalInt version, int oldest) {
        return version.isPresent() && version.getAsInt() < oldest;
    }

    private static OptionalInt number(Pattern pattern, String userAgent) {
        var found = pattern.matcher(userAgent);
        return found.find() ? OptionalInt.of(capped(found, 1)) : OptionalInt.empty();
    }

    private static OptionalInt version(Pattern pattern, String userAgent) {
        var found = pattern.matcher(userAgent);
        return found.find() ? OptionalInt.of(capped(found, 1) * 100 + capped(found, 2)) : OptionalInt.empty();
    }

    /// A header may hold any number of digits.
    private static int capped(Matcher found, int group) {
        var digits = found.group(group);
        return digits.length() > 4 ? 9_999 : Integer.parseInt(digits);
    }
}
