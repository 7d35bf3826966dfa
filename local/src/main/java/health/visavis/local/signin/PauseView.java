package health.visavis.local.signin;

import java.time.Duration;

/// Says when to come again.
public record PauseView(SignInView page, Duration pause) {

    private static final long SECONDS_AS_SUCH = 120;

    /// Never too early, and always more than one, so that one form of the word will do.
    public String howLong() {
        var seconds = Math.max(2, pause.plusMillis(999).toSeconds());
        return seconds < SECONDS_AS_SUCH ? say("seconds", seconds) : say("minutes", (seconds + 59) / 60);
    }

    private String say(String unit, long number) {
        return page.t("local.signin.pause." + unit).replace("{0}", Long.toString(number));
    }
}
