package health.visavis.simulator.vault;

import com.fasterxml.jackson.databind.JsonNode;
import health.visavis.simulator.entra.FakeEntra;
import health.visavis.simulator.fault.Faults;
import health.visavis.simulator.http.Answer;
import health.visavis.simulator.http.Json;
import health.visavis.simulator.http.Question;
import health.visavis.simulator.http.SelfMadeCertificate;
import health.visavis.simulator.http.Wire;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.MGF1ParameterSpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import org.jspecify.annotations.Nullable;

/// A vault of Azure Key Vault with one RSA key: Get Key, Wrap Key and Unwrap Key with RSA-OAEP-256, Rotate Key,
/// Update Key as far as it disables a version, versions that can be lost, callers who lack the role; and with one key
/// on P-256: Get Key, and Sign with ES256; and Get Secret of the newest version. The cryptography is real; the key lies
/// in this process and in no hardware.
/// It keeps to Microsoft's documentation, since there is no definition here to be held to.
public final class SimulatedKeyVault implements AutoCloseable {

    public static final String KEY = "patients";
    public static final String SIGNING_KEY = "checkpoints";

    private static final String AUDIENCE = "https://vault.azure.net";
    private static final String ALGORITHM = "RSA-OAEP-256";
    private static final int BITS = 3072;
    private static final Pattern OPERATION = Pattern.compile("/keys/" + KEY + "/([0-9a-f]{32})/(wrapkey|unwrapkey)");
    private static final Pattern VERSION = Pattern.compile("/keys/" + KEY + "/([0-9a-f]{32})");
    private static final Pattern SECRET = Pattern.compile("/secrets/([A-Za-z0-9-]{1,127})(?:/([0-9a-f]{32}))?");
    private static final OAEPParameterSpec OAEP =
            new OAEPParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT);

    private final FakeEntra entra;
    private final Faults faults;
    private final Wire wire;
    private final SigningKey signing = new SigningKey();
    private final Map<String, KeyPair> versions = new LinkedHashMap<>();
    private final Map<String, Kept> secrets = new LinkedHashMap<>();
    private final Set<String> disabled = new HashSet<>();
    private final List<String> asked = new ArrayList<>();
    private String current;
    private boolean closedToUs;

    private record Kept(String version, String value) {

        @Override
        public String toString() {
            return "Kept[" + version + "]";
        }
    }

    private SimulatedKeyVault(FakeEntra entra, Faults faults, SelfMadeCertificate certificate) {
        this.entra = entra;
        this.faults = faults;
        this.current = newVersion();
        this.wire = Wire.overTls(0, certificate, this::answer);
    }

    public static SimulatedKeyVault start(FakeEntra entra, Faults faults, SelfMadeCertificate certificate) {
        return new SimulatedKeyVault(entra, faults, certificate);
    }

    public URI endpoint() {
        return URI.create("https://localhost:" + wire.port());
    }

    public synchronized String currentKeyId() {
        return endpoint() + "/keys/" + KEY + "/" + current;
    }

    /// From now on a new version is the current one; the earlier ones stay.
    public synchronized void rotate() {
        current = newVersion();
    }

    /// Set Secret.
    ///
    /// @return its version
    public synchronized String keep(String name, String value) {
        var version = UUID.randomUUID().toString().replace("-", "");
        secrets.put(name, new Kept(version, value));
        return version;
    }

    /// A version of a key or of a secret.
    public synchronized void disable(String keyId) {
        disabled.add(version(keyId));
    }

    public synchronized void enable(String keyId) {
        disabled.remove(version(keyId));
    }

    public synchronized void lose(String keyId) {
        versions.remove(version(keyId));
    }

    /// Whether callers lack the role that lets them use the key.
    public synchronized void closeToUs(boolean closed) {
        closedToUs = closed;
    }

    /// Every request so far, as method and path.
    public synchronized List<String> asked() {
        return List.copyOf(asked);
    }

    @Override
    public void close() {
        wire.close();
    }

    private synchronized @Nullable Answer answer(Question question) {
        asked.add(question.toString());
        return faults.answer(
                question,
                this::done,
                pause -> problem(429, "Throttled", null).with("Retry-After", Long.toString(pause.toSeconds())),
                status -> problem(status, "InternalServerError", null));
    }

    private Answer done(Question question) {
        var authorization = Objects.requireNonNullElse(question.header("Authorization"), "");
        if (!authorization.startsWith("Bearer ")
                || !entra.vouches(authorization.substring("Bearer ".length()), AUDIENCE)) {
            return problem(401, "Unauthorized", null)
                    .with(
                            "WWW-Authenticate",
                            "Bearer authorization=\"" + entra.address() + "\", resource=\"" + AUDIENCE + "\"");
        }
        if (question.parameter("api-version") == null) {
            return problem(400, "BadParameter", null);
        }
        if (closedToUs) {
            return problem(403, "Forbidden", "ForbiddenByRbac");
        }
        if (question.toString().equals("GET /keys/" + KEY)) {
            return described();
        }
        if (question.path().startsWith("/secrets/")) {
            return secret(question);
        }
        if (question.path().startsWith("/keys/" + SIGNING_KEY)) {
            return signed(question);
        }
        if (question.toString().equals("POST /keys/" + KEY + "/rotate")) {
            rotate();
            return described();
        }
        var changed = VERSION.matcher(question.path());
        if (question.method().equals("PATCH") && changed.matches()) {
            return changed(changed.group(1), question.json());
        }
        var operation = OPERATION.matcher(question.path());
        if (!question.method().equals("POST") || !operation.matches()) {
            return problem(404, "KeyNotFound", null);
        }
        var version = operation.group(1);
        var pair = versions.get(version);
        if (pair == null) {
            return problem(404, "KeyNotFound", null);
        }
        if (disabled.contains(version)) {
            return problem(403, "Forbidden", "KeyDisabled");
        }
        return operated(operation.group(2).equals("wrapkey"), version, pair, question.json());
    }

    private Answer secret(Question question) {
        var asked = SECRET.matcher(question.path());
        if (!question.method().equals("GET") || !asked.matches()) {
            return problem(404, "SecretNotFound", null);
        }
        var kept = secrets.get(asked.group(1));
        if (kept == null || (asked.group(2) != null && !asked.group(2).equals(kept.version()))) {
            return problem(404, "SecretNotFound", null);
        }
        if (disabled.contains(kept.version())) {
            return problem(403, "Forbidden", "SecretDisabled");
        }
        var body = Json.object()
                .put("value", kept.value())
                .put("id", endpoint() + "/secrets/" + asked.group(1) + "/" + kept.version());
        body.putObject("attributes").put("enabled", true);
        return Answer.of(200, body);
    }

    private Answer signed(Question question) {
        var kid = endpoint() + "/keys/" + SIGNING_KEY + "/" + SigningKey.VERSION;
        if (question.toString().equals("GET /keys/" + SIGNING_KEY)) {
            return Answer.of(200, signing.described(kid));
        }
        if (!question.toString().equals("POST /keys/" + SIGNING_KEY + "/" + SigningKey.VERSION + "/sign")) {
            return problem(404, "KeyNotFound", null);
        }
        return signing.sign(question.json(), kid)
                .map(answer -> Answer.of(200, answer))
                .orElseGet(() -> problem(400, "BadParameter", null));
    }

    /// "Update Key": of what it can change, only whether a version is enabled.
    private Answer changed(String version, JsonNode body) {
        if (!versions.containsKey(version)) {
            return problem(404, "KeyNotFound", null);
        }
        var enabled = body.path("attributes").path("enabled");
        if (!enabled.isBoolean()) {
            return problem(400, "BadParameter", null);
        }
        if (enabled.asBoolean()) {
            disabled.remove(version);
        } else {
            disabled.add(version);
        }
        var key = Json.object();
        key.putObject("key")
                .put("kid", endpoint() + "/keys/" + KEY + "/" + version)
                .put("kty", "RSA-HSM");
        key.putObject("attributes").put("enabled", enabled.asBoolean());
        return Answer.of(200, key);
    }

    private Answer described() {
        if (!versions.containsKey(current)) {
            return problem(404, "KeyNotFound", null);
        }
        var key = Json.object();
        key.putObject("key").put("kid", currentKeyId()).put("kty", "RSA-HSM");
        key.putObject("attributes").put("enabled", !disabled.contains(current));
        return Answer.of(200, key);
    }

    private Answer operated(boolean wraps, String version, KeyPair pair, JsonNode body) {
        if (!ALGORITHM.equals(body.path("alg").asText())) {
            return problem(400, "BadParameter", null);
        }
        try {
            var cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
            cipher.init(
                    wraps ? Cipher.ENCRYPT_MODE : Cipher.DECRYPT_MODE,
                    wraps ? pair.getPublic() : pair.getPrivate(),
                    OAEP);
            var value = cipher.doFinal(
                    Base64.getUrlDecoder().decode(body.path("value").asText()));
            return Answer.of(
                    200,
                    Json.object()
                            .put("kid", endpoint() + "/keys/" + KEY + "/" + version)
                            .put(
                                    "value",
                                    Base64.getUrlEncoder().withoutPadding().encodeToString(value)));
        } catch (GeneralSecurityException | IllegalArgumentException doesNotOpen) {
            return problem(400, "BadParameter", null);
        }
    }

    private static Answer problem(int status, String code, @Nullable String inner) {
        var body = Json.object();
        var error = body.putObject("error").put("code", code).put("message", "as the vault would word it");
        if (inner != null) {
            error.putObject("innererror").put("code", inner);
        }
        return Answer.of(status, body);
    }

    private String newVersion() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            var version = UUID.randomUUID().toString().replace("-", "");
            versions.put(version, generator.generateKeyPair());
            return version;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("RSA is not available", e);
        }
    }

    private static String version(String keyId) {
        return keyId.substring(keyId.lastIndexOf('/') + 1);
    }
}
