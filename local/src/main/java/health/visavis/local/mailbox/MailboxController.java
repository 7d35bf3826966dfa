package health.visavis.local.mailbox;

import health.visavis.kernel.ZoneNames;
import health.visavis.local.demo.AccountSecrets;
import health.visavis.local.demo.DemoPersons;
import health.visavis.local.demo.LocalAccount;
import health.visavis.local.mailbox.MailboxView.AccountView;
import health.visavis.local.pages.Language;
import health.visavis.local.pages.Styles;
import health.visavis.local.pages.Templates;
import health.visavis.local.pages.Wording;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.env.Environment;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// `/mailbox`: needs no sign-in, because whoever sits at this machine plays all four people. It stands still, so
/// that nothing moves under who reads a code aloud or by touch (WCAG 2.2.1, 2.2.4); a button looks again.
@Controller
@ConditionalOnProperty("visavis.local.mailbox")
class MailboxController {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);
    private static final MediaType CSS = new MediaType("text", "css", StandardCharsets.UTF_8);

    private final Map<Language, Wording> wordings = Wording.of("local-mailbox");
    private final @Nullable String applicationStyles = Styles.ofApplication().orElse(null);
    private final LocalMailbox mailbox;
    private final CurrentCodes codes;
    private final AccountSecrets secrets;
    private final Bodies bodies;
    private final ZoneId zone;

    MailboxController(LocalMailbox mailbox, CurrentCodes codes, AccountSecrets secrets, Environment environment) {
        this.mailbox = mailbox;
        this.codes = codes;
        this.secrets = secrets;
        this.bodies = new Bodies(environment.getRequiredProperty("visavis.base-url"));
        this.zone = ZoneId.of(environment.getProperty("visavis.clinic.zone", "America/New_York"));
    }

    @GetMapping("/mailbox")
    ResponseEntity<String> show(HttpServletRequest request) {
        var language = Language.of(request);
        var view = new MailboxView(
                Objects.requireNonNull(wordings.get(language)),
                applicationStyles,
                secrets.password(),
                Stream.of(LocalAccount.values())
                        .filter(account -> !account.group().isStaff())
                        .map(account -> new AccountView(account.signInName(), DemoPersons.displayName(account)))
                        .toList(),
                codes.all().stream().map(CodeViews::of).toList(),
                mailbox.newest().stream().map(letter -> view(letter, language)).toList());
        return ResponseEntity.ok()
                .contentType(HTML)
                .header(HttpHeaders.CONTENT_LANGUAGE, language.code())
                .body(Templates.draw("mailbox/mailbox", view));
    }

    @GetMapping("/mailbox/{id}/file")
    ResponseEntity<byte[]> file(@PathVariable UUID id) {
        var file = mailbox.find(id).map(Letter::file).orElse(null);
        if (file == null) {
            return ResponseEntity.notFound().build();
        }
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.type()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(file.content().getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/mailbox/local.css")
    ResponseEntity<byte[]> styles() {
        return ResponseEntity.ok()
                .contentType(CSS)
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .body(Styles.own());
    }

    private MailboxView.LetterView view(Letter letter, Language language) {
        var written = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(language.locale())
                        .withZone(zone)
                        .format(letter.sentAt())
                        .replace('\u202f', '\u00a0')
                + " "
                + ZoneNames.of(zone, language.locale());
        var file = letter.file();
        return new MailboxView.LetterView(
                letter.id(),
                letter.kind() == Letter.Kind.MAIL,
                letter.recipient(),
                letter.subject(),
                bodies.pieces(letter.body()),
                written,
                file == null ? null : file.name());
    }
}
