package health.visavis.web.keys;

import health.visavis.web.components.Choice;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// @param current the version that wraps now
/// @param versions how many data keys each has wrapped
/// @param destroyed patients whose content is destroyed
/// @param proven whether what is sensitive would be done without asking first who it is
/// @param revocable versions that have wrapped nothing that is in use
/// @param patient whose content is to be destroyed, where somebody came from their page
/// @param wrong what was wrong with what was asked last, by its key
public record KeysView(
        String current,
        List<Version> versions,
        long destroyed,
        int cacheBound,
        long cacheMinutes,
        boolean proven,
        List<Open> open,
        List<Closed> closed,
        List<Choice> revocable,
        @Nullable String patient,
        @Nullable String wrong) {

    public String provePath() {
        return "/sign-in/again?to=/keys";
    }

    /// @param current whether it wraps now
    public record Version(String keyId, long dataKeys, boolean current) {}

    /// @param act `rotate`, `destroy` or `revoke`
    /// @param about the patient's name or the version; empty for none
    /// @param agreed names
    /// @param mayAgree whether the viewer could be the next
    public record Open(
            String path,
            String act,
            String about,
            String reason,
            Instant askedAt,
            Instant until,
            List<String> agreed,
            boolean mayAgree,
            boolean decided) {}

    public record Closed(String act, String about, String reason, Instant at, String ending) {}
}
