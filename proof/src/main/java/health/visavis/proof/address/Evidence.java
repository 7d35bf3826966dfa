package health.visavis.proof.address;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What was seen, when and of what, signed: a JSON Web Signature in its flattened form (RFC 7515, section 7.2.2) with
/// ES256. Any library that knows JWS verifies it, and so does `./visavis verify --read`.
final class Evidence {

    private static final String HEADER = "{\"alg\":\"ES256\",\"typ\":\"visavis-evidence+jws\"}";
    private static final String ALGORITHM = "SHA256withECDSAinP1363Format";
    private static final int BITS = 256;
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private Evidence() {}

    /// @param source which state of the sources looked, as git names it
    record Seen(String address, Instant at, String source, List<Finding> findings, List<String> notAsked) {

        boolean holds() {
            return findings.stream().noneMatch(Finding.Fails.class::isInstance);
        }
    }

    /// @return the new file in the folder, named after the address and the time
    static Path write(Seen seen, PrivateKey key, Path folder) throws IOException, GeneralSecurityException {
        var at = seen.at().truncatedTo(ChronoUnit.SECONDS).toString().replace(":", "");
        var name = seen.address().replaceFirst("^https://", "").replaceAll("[^A-Za-z0-9.]+", "-");
        Files.createDirectories(folder);
        return Files.writeString(
                folder.resolve(name + "-" + at + ".json"), signed(payload(seen), key), StandardOpenOption.CREATE_NEW);
    }

    /// @return what was signed, or nothing when this key has not signed it
    static Optional<String> read(String file, PublicKey key) throws GeneralSecurityException {
        try {
            var header = part(file, "protected");
            var payload = part(file, "payload");
            var signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(key);
            signature.update((header + "." + payload).getBytes(StandardCharsets.US_ASCII));
            var holds = HEADER.equals(decoded(header))
                    && signature.verify(Base64.getUrlDecoder().decode(part(file, "signature")));
            return holds ? Optional.of(decoded(payload)) : Optional.empty();
        } catch (java.security.SignatureException | IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }

    /// @param pem a private key on P-256 in PKCS #8, as `openssl genpkey -algorithm EC -pkeyopt
    /// ec_paramgen_curve:P-256`
    ///     makes it
    static PrivateKey privateKey(String pem) throws GeneralSecurityException {
        return onP256(
                KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(content(pem, "PRIVATE KEY"))));
    }

    /// @param pem the public key, as `openssl pkey -pubout` writes it
    static PublicKey publicKey(String pem) throws GeneralSecurityException {
        return onP256(KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(content(pem, "PUBLIC KEY"))));
    }

    private static <K> K onP256(K key) throws GeneralSecurityException {
        if (key instanceof ECKey ec && ec.getParams().getOrder().bitLength() == BITS) {
            return key;
        }
        throw new GeneralSecurityException("not a key on P-256");
    }

    private static byte[] content(String pem, String what) throws GeneralSecurityException {
        var match = Pattern.compile("-----BEGIN " + what + "-----([A-Za-z0-9+/=\\s]+)-----END " + what + "-----")
                .matcher(pem);
        if (!match.find()) {
            throw new GeneralSecurityException("no " + what + " in PEM");
        }
        return Base64.getMimeDecoder().decode(match.group(1));
    }

    private static String signed(String payload, PrivateKey key) throws GeneralSecurityException {
        var header = encoded(HEADER.getBytes(StandardCharsets.UTF_8));
        var body = encoded(payload.getBytes(StandardCharsets.UTF_8));
        var signature = Signature.getInstance(ALGORITHM);
        signature.initSign(key);
        signature.update((header + "." + body).getBytes(StandardCharsets.US_ASCII));
        return "{\"protected\":\"%s\",\n\"payload\":\"%s\",\n\"signature\":\"%s\"}\n"
                .formatted(header, body, encoded(signature.sign()));
    }

    private static String payload(Seen seen) {
        return """
                {
                  "address": %s,
                  "at": "%s",
                  "source": %s,
                  "holds": %s,
                  "findings": [
                %s
                  ],
                  "notAsked": [%s]
                }
                """.formatted(
                        quoted(seen.address()),
                        seen.at(),
                        quoted(seen.source()),
                        seen.holds(),
                        seen.findings().stream().map(Evidence::line).collect(Collectors.joining(",\n")),
                        seen.notAsked().stream().map(Evidence::quoted).collect(Collectors.joining(", ")));
    }

    private static String line(Finding finding) {
        return switch (finding) {
            case Finding.Holds holds -> "    {\"holds\": true, \"expected\": " + quoted(holds.expected()) + "}";
            case Finding.Fails fails ->
                "    {\"holds\": false, \"expected\": " + quoted(fails.expected()) + ", \"found\": "
                        + quoted(fails.found()) + "}";
        };
    }

    private static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        text.chars().forEach(character -> {
            if (character == '"' || character == '\\') {
                quoted.append('\\').append((char) character);
            } else if (character < ' ') {
                quoted.append("\\u%04x".formatted(character));
            } else {
                quoted.append((char) character);
            }
        });
        return quoted.append('"').toString();
    }

    private static String part(String file, String name) {
        var match =
                Pattern.compile("\"" + name + "\"\\s*:\\s*\"([A-Za-z0-9_-]+)\"").matcher(file);
        if (!match.find()) {
            throw new IllegalArgumentException("no " + name);
        }
        return match.group(1);
    }

    private static String encoded(byte[] bytes) {
        return ENCODER.encodeToString(bytes);
    }

    private static String decoded(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }
}
