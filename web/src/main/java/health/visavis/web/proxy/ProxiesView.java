package health.visavis.web.proxy;

import health.visavis.access.ProxyScope;
import health.visavis.kernel.PersonId;
import health.visavis.proxy.Basis;
import health.visavis.proxy.ListProxies.Found;
import health.visavis.proxy.ProxyGrant;
import health.visavis.proxy.ProxyInvitation;
import health.visavis.web.components.Choice;
import health.visavis.web.components.FormErrors;
import health.visavis.web.layout.Shell;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Who acts for a patient, as the patient or the clinic sees it.
///
/// @param path of this page: those of its forms begin so
/// @param own whether it is the reader's own
/// @param mayAsk whether the reader can have somebody act: the adult themselves, the clinic for whoever cannot decide
/// @param mayEnd whether the reader can end what is
/// @param agreeing the reader, where they can be the second person who agrees
public record ProxiesView(
        Found found,
        String path,
        boolean own,
        boolean mayAsk,
        boolean mayEnd,
        @Nullable PersonId agreeing) {

    /// What the clinic has registered the patient does not end.
    public boolean mayEnd(Basis basis) {
        return mayEnd && (!own || basis == Basis.PATIENT);
    }

    public boolean mayAgree(ProxyInvitation asked) {
        return agreeing != null && asked.waits() && !asked.madeBy().equals(agreeing);
    }

    public Side asking() {
        return own ? Side.OWN : found.grownUp() ? Side.ADULT : Side.CHILD;
    }

    /// Why the reader can have nobody act, where that wants a word: ends a key.
    public @Nullable String mayNot() {
        return mayAsk || own == found.grownUp() ? null : side();
    }

    public String side() {
        return own ? "own" : "clinic";
    }

    /// What somebody may do, in a line.
    public static String scopes(Shell shell, Set<ProxyScope> scopes) {
        return scopes.stream()
                .sorted()
                .map(scope -> shell.t("proxy.scope." + scope))
                .collect(Collectors.joining(", "));
    }

    /// How it came to its end, in a sentence.
    public static String ending(Shell shell, ProxyGrant grant) {
        var ended = grant.ended();
        return ended == null || ended.at().isAfter(grant.until())
                ? shell.t("proxy.ended.TIME", shell.day(grant.over()))
                : shell.t("proxy.ended." + ended.reason(), shell.day(grant.over()));
    }

    public record Asking(
            String path,
            String patientName,
            Side side,
            ProxyForm form,
            List<Choice> relationships,
            List<Choice> lengths,
            FormErrors errors,
            @Nullable String refusal) {

        public boolean own() {
            return side == Side.OWN;
        }

        /// Whether they choose for how long: a child's birthday ends it.
        public boolean asksHowLong() {
            return side != Side.CHILD;
        }
    }

    /// @param link opened by whoever is to act; shown once
    public record Made(String path, String name, Side side, String link, Instant until, Instant expiresAt) {

        /// Whether a second person has to agree before the link opens anything.
        public boolean waits() {
            return side == Side.ADULT;
        }

        public String lead() {
            return side == Side.OWN ? "proxy.made.lead.own" : "proxy.made.lead.clinic";
        }

        @Override
        public String toString() {
            return "Made[REDACTED]";
        }
    }
}
