package health.visavis.local.mailbox;

import health.visavis.kernel.Algorithms;
import health.visavis.local.lan.LanCertificates;
import health.visavis.local.pages.Language;
import health.visavis.local.pages.Styles;
import health.visavis.local.pages.Templates;
import health.visavis.local.pages.Wording;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// `/phone`: the certificate of this clinic's authority, and how a phone comes to trust it.
@Controller
@ConditionalOnProperty("visavis.local.lan")
class PhoneController {

    private final Map<Language, Wording> wordings = Wording.of("local-phone");
    private final @Nullable String applicationStyles = Styles.ofApplication().orElse(null);
    private final X509Certificate authority;

    PhoneController(LanCertificates certificates) {
        this.authority = certificates.authority();
    }

    @GetMapping("/phone")
    ResponseEntity<String> show(HttpServletRequest request) throws GeneralSecurityException {
        var language = Language.of(request);
        var view = new PhoneView(
                Objects.requireNonNull(wordings.get(language)),
                applicationStyles,
                authority.getSubjectX500Principal().getName().replaceFirst("^CN=", ""),
                fingerprint());
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_LANGUAGE, language.code())
                .body(Templates.draw("mailbox/phone", view));
    }

    @GetMapping("/phone/visavis-authority.crt")
    ResponseEntity<byte[]> certificate() throws GeneralSecurityException {
        return ResponseEntity.ok()
                .contentType(new MediaType("application", "x-x509-ca-cert"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=visavis-authority.crt")
                .body(authority.getEncoded());
    }

    @GetMapping("/phone/local.css")
    ResponseEntity<byte[]> styles() {
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "css", StandardCharsets.UTF_8))
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .body(Styles.own());
    }

    private String fingerprint() throws GeneralSecurityException {
        var digest = Algorithms.inUse().digest("SHA-256").digest(authority.getEncoded());
        return HexFormat.ofDelimiter(" ").withUpperCase().formatHex(digest);
    }
}
