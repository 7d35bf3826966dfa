package health.visavis.local.mailbox;

import health.visavis.local.pages.Language;
import health.visavis.local.pages.Wording;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the mailbox page shows.
public record MailboxView(
        Wording wording,
        @Nullable String applicationStyles,
        String password,
        List<AccountView> withoutCode,
        List<CodeView> codes,
        List<LetterView> letters) {

    /// Somebody whose password is enough.
    public record AccountView(String account, String displayName) {}

    /// @param digits as people read them, in two groups of three; null while there is none
    public record CodeView(
            String account, String displayName, @Nullable String digits, long seconds) {}

    public record LetterView(
            UUID id,
            boolean isMail,
            String recipient,
            String subject,
            List<Piece> body,
            String sentAt,
            @Nullable String fileName) {}

    /// A piece of a body; an address of this clinic is a link.
    public record Piece(String text, boolean isLink) {}

    public Language language() {
        return wording.language();
    }

    public String t(String key) {
        return wording.t(key);
    }
}
