package health.visavis.local.telephone;

import health.visavis.kernel.Sensitive;
import health.visavis.local.pages.Language;
import health.visavis.local.pages.Styles;
import health.visavis.local.pages.Templates;
import health.visavis.local.pages.Wording;
import health.visavis.local.telephone.TelephonePageView.CallView;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// `/mailbox/telephone`: the telephones of the demo's people. Like the mailbox it stands still, needs no sign-in, and
/// answers this machine only.
@Controller
@ConditionalOnProperty("visavis.local.mailbox")
@RequestMapping("/mailbox/telephone")
class TelephonePageController {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);
    private static final int LONGEST_NUMBER = 40;

    private final Map<Language, Wording> wordings = Wording.of("local-telephone");
    private final @Nullable String applicationStyles = Styles.ofApplication().orElse(null);
    private final SimulatedCarrier carrier;
    /// In every form of this page, so that no page of the internet can play the people here; new with every start.
    private final String proof = HexFormat.of().formatHex(random());

    private final ZoneId zone = ZoneId.systemDefault();

    TelephonePageController(SimulatedCarrier carrier) {
        this.carrier = carrier;
    }

    @GetMapping
    ResponseEntity<String> show(HttpServletRequest request, @RequestParam(required = false) @Nullable String said) {
        var language = Language.of(request);
        var times = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(language.locale())
                .withZone(zone);
        var view = new TelephonePageView(
                Objects.requireNonNull(wordings.get(language)),
                applicationStyles,
                carrier.number(),
                "expected".equals(said) || "unexpected".equals(said) ? said : null,
                proof,
                carrier.newest().stream()
                        .map(call -> new CallView(
                                call.id(),
                                call.inbound(),
                                call.number(),
                                call.state().name().toLowerCase(Locale.ROOT),
                                times.format(call.beganAt()).replace('\u202f', '\u00a0')))
                        .toList());
        return ResponseEntity.ok()
                .contentType(HTML)
                .header(HttpHeaders.CONTENT_LANGUAGE, language.code())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(Templates.draw("telephone/telephone", view));
    }

    @PostMapping("/{call}/answer")
    ResponseEntity<Void> answer(@PathVariable UUID call, @RequestParam(defaultValue = "") String proof) {
        return proven(proof, () -> carrier.answer(call));
    }

    @PostMapping("/{call}/busy")
    ResponseEntity<Void> busy(@PathVariable UUID call, @RequestParam(defaultValue = "") String proof) {
        return proven(proof, () -> carrier.isBusy(call));
    }

    @PostMapping("/{call}/ring-out")
    ResponseEntity<Void> ringOut(@PathVariable UUID call, @RequestParam(defaultValue = "") String proof) {
        return proven(proof, () -> carrier.letItRing(call));
    }

    @PostMapping("/{call}/end")
    ResponseEntity<Void> putDown(@PathVariable UUID call, @RequestParam(defaultValue = "") String proof) {
        return proven(proof, () -> carrier.putDown(call));
    }

    @PostMapping
    ResponseEntity<Void> callClinic(
            @RequestParam(defaultValue = "") String from, @RequestParam(defaultValue = "") String proof) {
        if (!isOurs(proof)) {
            return ResponseEntity.notFound().build();
        }
        var expected = from.length() <= LONGEST_NUMBER && carrier.callClinic(Sensitive.of(from));
        return back(expected ? "?said=expected" : "?said=unexpected");
    }

    private ResponseEntity<Void> proven(String given, Runnable deed) {
        if (!isOurs(given)) {
            return ResponseEntity.notFound().build();
        }
        deed.run();
        return back("");
    }

    private boolean isOurs(String given) {
        return MessageDigest.isEqual(proof.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] random() {
        var bytes = new byte[20];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    private static ResponseEntity<Void> back(String query) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/mailbox/telephone" + query))
                .build();
    }
}
