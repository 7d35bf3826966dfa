package health.visavis.web.browser;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/// Where to open a page instead, mostly a visit.
///
/// @param reason `in-app`, `too-old` or `lacks-calls`
/// @param app the app that shows the page; null where it has no name or is none
/// @param platform `ios`, `android` or `computer`
/// @param link the page, to be copied
/// @param opens an address that many apps hand to the browser; null where there is none
/// @param anyway goes on here
public record OtherBrowserView(
        String reason,
        @Nullable String app,
        String platform,
        String link,
        @Nullable String opens,
        String anyway) {

    static OtherBrowserView of(Verdict.DoesNotWork verdict, URI link) {
        var anyway = link.getRawPath() + "?" + OtherBrowserFilter.PARAMETER + "=" + OtherBrowserFilter.ANYWAY;
        var platform = verdict.platform();
        return switch (verdict) {
            case Verdict.InsideAnApp inside ->
                new OtherBrowserView(
                        "in-app", inside.app(), platform.code(), link.toString(), opens(platform, link), anyway);
            case Verdict.TooOld _ ->
                new OtherBrowserView("too-old", null, platform.code(), link.toString(), null, anyway);
            case Verdict.LacksCalls _ ->
                new OtherBrowserView("lacks-calls", null, platform.code(), link.toString(), null, anyway);
        };
    }

    /// The page asked for by its own address speaks of the front page; every other link is a visit's.
    public boolean isVisit() {
        return !"/".equals(URI.create(link).getPath());
    }

    /// Both forms are for addresses that begin with https only.
    private static @Nullable String opens(Platform platform, URI link) {
        if (!"https".equals(link.getScheme())) {
            return null;
        }
        return switch (platform) {
            case IOS -> "x-safari-" + link;
            case ANDROID -> "intent://" + link.getRawAuthority() + link.getRawPath() + "#Intent;scheme=https;end";
            case COMPUTER -> null;
        };
    }
}
