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
/// @param codes for whom there are sealed codes
/// @param forWhom doctors and nurses who could have some
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
        List<Codes> codes,
        List<Choice> forWhom,
        @Nullable String wrong) {

    public String provePath() {
        return "/sign-in/again?to=/keys";
    }

    /// @param current whether it wraps now
    public record Version(String keyId, long dataKeys, boolean current) {}

    /// @param path where they are withdrawn
    /// @param left how many open something
    public record Codes(String path, String name, long left, Instant madeAt) {}

    /// @param act `rotate`, `destroy`, `revoke` or `codes`
    /// @param about the patient's, the doctor's or the nurse's name, or the version; empty for none
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
