package health.visavis.web.audit;

import health.visavis.insight.OwnEntry;
import health.visavis.insight.ReadOwnTrail;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// @param older address of the next page, or null on the last
public record OwnTrailView(List<OwnEntry> entries, @Nullable String older) {

    static OwnTrailView of(List<OwnEntry> entries) {
        var older = entries.size() < ReadOwnTrail.PAGE || entries.getLast().number() == 1
                ? null
                : OwnTrailController.PATH + "?before=" + entries.getLast().number();
        return new OwnTrailView(entries, older);
    }

    /// Key of the words for who it was, where there is no name.
    public static String unnamed(OwnEntry entry) {
        return entry.byProcess() ? "audit.own.process" : entry.byGuest() ? "audit.own.guest" : "audit.own.nobody";
    }

    /// Key of the words for why it was allowed or refused, as said to the patient.
    public static String reason(OwnEntry entry) {
        return switch (entry.event().reason()) {
            case "own", "any" ->
                entry.byOneself()
                        ? "audit.own.reason.oneself"
                        : "audit.own.reason." + entry.event().reason();
            default -> "audit.reason." + entry.event().reason();
        };
    }
}
