package health.visavis.web.proxy;

import health.visavis.access.ProxyScope;
import health.visavis.proxy.ListProxies.Found;
import health.visavis.proxy.ProxyGrant;
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
/// @param mayAsk whether the reader can have somebody act: the adult themselves, the clinic for a child
/// @param mayEnd whether the reader can end what is: a child cannot
public record ProxiesView(Found found, String path, boolean own, boolean mayAsk, boolean mayEnd) {

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

    /// @param ofChild whether the clinic asks it for a child
    public record Asking(
            String path,
            String patientName,
            boolean ofChild,
            ProxyForm form,
            List<Choice> relationships,
            List<Choice> lengths,
            FormErrors errors,
            @Nullable String refusal) {

        public String side() {
            return ofChild ? "child" : "own";
        }
    }

    /// @param link opened by whoever is to act; shown once
    public record Made(String path, String name, String link, Instant until, Instant expiresAt) {

        @Override
        public String toString() {
            return "Made[REDACTED]";
        }
    }
}
