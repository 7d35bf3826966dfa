package health.visavis.web.visit;

import health.visavis.web.components.Choice;
import health.visavis.web.components.FormErrors;
import health.visavis.web.people.Typed;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The guests of a visit, for those who invite them and let them in.
///
/// @param other the person on the other side of the visit; null for a co-host
/// @param refusal end of a text key: why the last move did not work
public record GuestsView(
        UUID visit,
        @Nullable String other,
        List<Row> rows,
        @Nullable Form form,
        @Nullable Made made,
        @Nullable String refusal) {

    public GuestsView {
        rows = List.copyOf(rows);
    }

    public String path() {
        return "/visits/" + visit + "/guests";
    }

    public String back() {
        return "/visits/" + visit + "/waiting-room";
    }

    /// @param name what the guest calls themselves, or whoever invited calls them
    /// @param state end of a text key; `badge` is its kind
    /// @param moves what the viewer may do, as the end of an address and of a text key
    public record Row(
            UUID id,
            String name,
            String role,
            String state,
            String badge,
            @Nullable Instant waitingSince,
            boolean here,
            List<Move> moves) {

        public boolean waits() {
            return waitingSince != null;
        }
    }

    public record Move(String path, String key, String kind) {}

    /// @param guest made with this form: sent twice it invites one person
    /// @param kinds whom this person may invite
    public record Form(
            UUID guest,
            List<Choice> kinds,
            List<Choice> languages,
            List<Choice> letterLanguages,
            Typed typed,
            FormErrors errors) {}

    /// An invitation that was just made. The link is shown this once.
    ///
    /// @param sent sentences that say what left and what did not
    public record Made(String name, String link, List<String> sent, boolean allLeft) {

        @Override
        public String toString() {
            return "[REDACTED]";
        }
    }
}
