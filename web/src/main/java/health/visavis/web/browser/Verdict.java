package health.visavis.web.browser;

import org.jspecify.annotations.Nullable;

/// What a browser can do for a visit, as far as it can be known from outside.
sealed interface Verdict {

    /// Nothing speaks against it.
    record Works() implements Verdict {}

    sealed interface DoesNotWork extends Verdict {

        Platform platform();
    }

    /// A page inside another app, which lets no page use camera and microphone.
    ///
    /// @param app its name; null for one that does not say
    record InsideAnApp(Platform platform, @Nullable String app) implements DoesNotWork {}

    record TooOld(Platform platform) implements DoesNotWork {}

    /// It was tried in the page itself: what a call needs is not there.
    record LacksCalls(Platform platform) implements DoesNotWork {}
}
