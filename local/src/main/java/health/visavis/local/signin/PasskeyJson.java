package health.visavis.local.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// What page and provider say to each other: the standard's own JSON (Web Authentication, section 5.1).
final class PasskeyJson {

    /// What a device answers is a few thousand characters; anybody may send something.
    private static final long LONGEST = 65_536;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxDocumentLength(LONGEST)
                            .build())
                    .build())
            .addModule(new WebauthnJacksonModule())
            .build();

    private PasskeyJson() {}

    static void write(HttpServletResponse response, Object answer) throws IOException {
        response.setContentType("application/json");
        response.getOutputStream().write(JSON.writeValueAsBytes(answer));
    }

    static PublicKeyCredential<AuthenticatorAttestationResponse> attestation(HttpServletRequest request)
            throws IOException {
        return JSON.readValue(request.getInputStream(), new TypeReference<>() {});
    }

    static PublicKeyCredential<AuthenticatorAssertionResponse> assertion(HttpServletRequest request)
            throws IOException {
        return JSON.readValue(request.getInputStream(), new TypeReference<>() {});
    }
}
