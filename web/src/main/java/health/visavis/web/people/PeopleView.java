package health.visavis.web.people;

import health.visavis.web.components.Choice;
import health.visavis.web.components.FormErrors;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the pages of people draw.
public sealed interface PeopleView {

    /// @param roles ends of text keys
    /// @param state end of a text key; `badge` is its kind
    /// @param until how long an open invitation is good
    record Line(
            String path,
            String name,
            String email,
            List<String> roles,
            String state,
            String badge,
            @Nullable Instant until) {}

    record Everybody(List<Line> staff, List<Line> patients) implements PeopleView {}

    /// Somebody found among those who are registered.
    ///
    /// @param born tells people of one name apart; empty for staff
    record KnownLine(Line line, String born) {}

    /// @param sought whether anybody was sought
    /// @param more whether there are more than are shown
    record Find(List<KnownLine> found, String name, boolean sought, boolean more) implements PeopleView {

        @Override
        public String toString() {
            return "[REDACTED]";
        }
    }

    /// One person and what can be done.
    ///
    /// @param proxiesPath who acts for a patient; null for anybody else
    /// @param destroyPath where it is asked that a patient's content be destroyed; null for anybody else
    record One(
            Line line,
            boolean mayInvite,
            boolean mayWithdraw,
            boolean mayDeactivate,
            boolean mayReactivate,
            @Nullable String proxiesPath,
            @Nullable String destroyPath)
            implements PeopleView {}

    /// The form of an invitation.
    ///
    /// @param request made with this form: sent twice it adds one person
    record Form(UUID request, boolean staff, Typed typed, Choices choices, FormErrors errors) implements PeopleView {

        public String action() {
            return staff ? "/people" : "/people/patients";
        }

        public String key() {
            return staff ? "people.staff." : "people.patient.";
        }
    }

    record Choices(
            List<Choice> roles,
            List<Choice> clinicians,
            List<Choice> genders,
            List<Choice> zones,
            List<Choice> languages) {}

    /// An invitation that was just made. The link is shown this once.
    ///
    /// @param mailed whether a mail with it left
    record Made(String path, String name, String email, String link, boolean mailed) implements PeopleView {

        @Override
        public String toString() {
            return "[REDACTED]";
        }
    }
}
