package health.visavis.proof.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvidenceTest {

    private static final Evidence.Seen SEEN = new Evidence.Seen(
            "https://visit.example.org",
            Instant.parse("2027-01-02T03:04:05.678Z"),
            "abc123",
            List.of(
                    new Finding.Holds("TLS 1.3 is spoken"),
                    new Finding.Fails("a \"page\" is there", "it answers\n503")),
            List.of("an instance"));

    @TempDir
    Path folder;

    private KeyPair keys;

    @BeforeEach
    void makeKeys() throws Exception {
        keys = keysOn("secp256r1");
    }

    @Test
    void whatWasSignedIsReadAgain() throws Exception {
        var file = Evidence.write(SEEN, keys.getPrivate(), folder);

        assertThat(file).hasFileName("visit.example.org-2027-01-02T030405Z.json");
        assertThat(Evidence.read(Files.readString(file), keys.getPublic()).orElseThrow())
                .contains(
                        "\"holds\": false",
                        "TLS 1.3 is spoken",
                        "a \\\"page\\\" is there",
                        "it answers\\u000a503",
                        "abc123");
    }

    @Test
    void whatWasChangedOrSignedByAnotherIsNot() throws Exception {
        var file = Files.readString(Evidence.write(SEEN, keys.getPrivate(), folder));
        var payload = file.replaceAll("(?s).*\"payload\":\"([^\"]+)\".*", "$1");
        var nicer = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(new String(Base64.getUrlDecoder().decode(payload))
                        .replace("false", "true")
                        .getBytes());

        assertThat(Evidence.read(file.replace(payload, nicer), keys.getPublic()))
                .isEmpty();
        assertThat(Evidence.read(file, keysOn("secp256r1").getPublic())).isEmpty();
        assertThat(Evidence.read("{}", keys.getPublic())).isEmpty();
    }

    @Test
    void noFileIsWrittenOver() throws Exception {
        Evidence.write(SEEN, keys.getPrivate(), folder);

        assertThatThrownBy(() -> Evidence.write(SEEN, keys.getPrivate(), folder))
                .isInstanceOf(java.nio.file.FileAlreadyExistsException.class);
    }

    @Test
    void keysAreReadFromPemAndOnlyThoseOnP256() throws Exception {
        var read = Evidence.privateKey(
                StandInKeys.pem("PRIVATE KEY", keys.getPrivate().getEncoded()));
        var file = Evidence.write(SEEN, read, folder);
        var open = Evidence.publicKey(
                StandInKeys.pem("PUBLIC KEY", keys.getPublic().getEncoded()));
        assertThat(Evidence.read(Files.readString(file), open)).isPresent();

        var other =
                StandInKeys.pem("PRIVATE KEY", keysOn("secp384r1").getPrivate().getEncoded());
        assertThatThrownBy(() -> Evidence.privateKey(other)).hasMessage("not a key on P-256");
        assertThatThrownBy(() -> Evidence.privateKey("nothing")).hasMessage("no PRIVATE KEY in PEM");
    }

    private static KeyPair keysOn(String curve) throws Exception {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec(curve));
        return generator.generateKeyPair();
    }
}
