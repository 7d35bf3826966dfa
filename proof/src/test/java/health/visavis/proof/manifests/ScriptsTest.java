package health.visavis.proof.manifests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Scripts that run beside the manifests, with stand-ins for `oc` and `curl` that write down what they are asked.
class ScriptsTest {

    private static final String IMAGE = "crvisavisprod000000.azurecr.io/visavis@sha256:" + "0123456789abcdef".repeat(4);
    private static final Path REGION = Rendering.SOURCES.resolve("overlays/prod/region/region.env");

    @TempDir
    Path place;

    private record Ended(int code, String said) {}

    @BeforeEach
    void standIns() throws IOException {
        standIn("oc", """
                echo "oc $*" >>"$PLACE/asked"
                case $* in *--kustomize*) cat "$(echo "$*" | sed 's/.*--kustomize \\([^ ]*\\).*/\\1/')/region/region.env" >>"$PLACE/applied" ;; esac
                case $* in *--filename=-*) cat >"$PLACE/kept" ;; *create\\ secret*) cat "$HOME/.dockerconfigjson" ;; esac
                case $* in "${FAILS:-nothing}"*) exit 1 ;; esac
                """);
        standIn("curl", """
                echo "curl $*" >>"$PLACE/asked"
                case $* in
                  *oauth2/v2.0/token*) echo '{"token_type":"Bearer","expires_in":3599,"access_token":"entras-token"}' ;;
                  *oauth2/exchange*) cat >"$PLACE/exchanged"; [ -n "${REFUSED:-}" ] && exit 22; echo '{"refresh_token":"registrys-token"}' ;;
                esac
                """);
    }

    @Test
    void aReleaseIsTablesThenInstances() throws Exception {
        var before = Files.readString(REGION);

        assertThat(deliver(Map.of(), "prod", IMAGE).code()).isZero();

        assertThat(asked().map(line -> line.replaceAll("--kustomize \\S+", "--kustomize X")))
                .containsExactly(
                        "oc apply --kustomize X --selector visavis.health/step=migration",
                        "oc wait --namespace telehealth --for=condition=complete --timeout=30m job/visavis-migration-0123456789ab",
                        "oc apply --kustomize X --selector visavis.health/step=serving",
                        "oc rollout status --namespace telehealth --timeout=15m deployment/visavis-web",
                        "oc rollout status --namespace telehealth --timeout=15m deployment/visavis-api",
                        "oc rollout status --namespace telehealth --timeout=15m deployment/visavis-worker");
        assertThat(Files.readString(place.resolve("applied"))).contains("IMAGE=" + IMAGE, "RELEASE=0123456789ab");
        assertThat(Files.readString(REGION)).isEqualTo(before);
    }

    @Test
    void whatIsMadeOnceComesFirstAndValuesMayLieElsewhere() throws Exception {
        var values = Files.createDirectory(place.resolve("values"));
        Files.writeString(values.resolve("settings.env"), "AZURE_CLIENT_ID=1\n");
        Files.writeString(values.resolve("region.env"), "IMAGE=x\nRELEASE=x\nVAULT_NAME=elsewhere\n");

        assertThat(deliver(Map.of(), "--all", "--values", values.toString(), "test", IMAGE)
                        .code())
                .isZero();

        assertThat(asked().findFirst().orElseThrow()).endsWith("step=foundation");
        assertThat(Files.readString(place.resolve("applied"))).contains("VAULT_NAME=elsewhere", "IMAGE=" + IMAGE);
    }

    @Test
    void instancesDoNotMeetTablesThatAreNotReady() throws Exception {
        assertThat(deliver(Map.of("FAILS", "wait"), "prod", IMAGE).code()).isNotZero();

        assertThat(asked()).noneMatch(line -> line.contains("step=serving"));
    }

    @Test
    void anImageThatMovesIsRefused() throws Exception {
        for (var image : List.of(
                "crvisavisprod000000.azurecr.io/visavis:latest", "visavis", IMAGE.substring(0, IMAGE.length() - 1))) {
            var ended = deliver(Map.of(), "prod", image);
            assertThat(ended.code()).as(image).isNotZero();
            assertThat(ended.said()).contains("digest");
        }
        assertThat(deliver(Map.of(), "elsewhere", IMAGE).said()).contains("There is no overlay 'elsewhere'");
        assertThat(place.resolve("asked")).doesNotExist();
    }

    @Test
    void theRegistrysTokenIsKeptAndNeverShown() throws Exception {
        var ended = signIn(Map.of());

        assertThat(ended.code()).as(ended.said()).isZero();
        assertThat(Files.readString(place.resolve("exchanged")))
                .contains("service=registry.example", "access_token=entras-token");
        var kept = Files.readString(place.resolve("kept"));
        var sign =
                Base64.getEncoder().encodeToString("00000000-0000-0000-0000-000000000000:registrys-token".getBytes());
        assertThat(kept).contains("\"registry.example\"", sign);
        assertThat(ended.said()).doesNotContain("token", sign);
        assertThat(asked())
                .noneMatch(line ->
                        line.contains("entras-token") || line.contains("registrys-token") || line.contains(sign));
    }

    @Test
    void nothingIsKeptWhenTheRegistryRefuses() throws Exception {
        assertThat(signIn(Map.of("REFUSED", "yes")).code()).isNotZero();

        assertThat(place.resolve("kept")).doesNotExist();
    }

    private Ended deliver(Map<String, String> more, String... words) throws Exception {
        return run(
                more,
                Stream.concat(Stream.of(Rendering.SOURCES.resolve("deliver.sh").toString()), Stream.of(words))
                        .toArray(String[]::new));
    }

    private Ended signIn(Map<String, String> more) throws Exception {
        assumeTrue(Rendering.tool().isPresent(), "neither kubectl, kustomize nor oc is here");
        var script = Rendering.of(Rendering.SOURCES, "overlays/prod").stream()
                .filter(manifest -> manifest.toString().equals("ConfigMap/registry-sign-in"))
                .findFirst()
                .orElseThrow()
                .at("data")
                .path("sign-in.sh")
                .asText();
        var file = Files.writeString(place.resolve("sign-in.sh"), script);
        var assertion = Files.writeString(place.resolve("assertion"), "the-clusters-word");
        var environment = new HashMap<>(more);
        environment.putAll(Map.of(
                "HOME", place.toString(),
                "REGISTRY", "registry.example",
                "AZURE_TENANT_ID", "tenant",
                "AZURE_CLIENT_ID", "client",
                "AZURE_AUTHORITY_HOST", "https://login.example/",
                "AZURE_FEDERATED_TOKEN_FILE", assertion.toString()));
        return run(environment, "bash", file.toString());
    }

    private Ended run(Map<String, String> environment, String... command) throws Exception {
        var process = new ProcessBuilder(command).redirectErrorStream(true);
        process.environment().put("PATH", place + ":" + System.getenv("PATH"));
        process.environment().put("PLACE", place.toString());
        process.environment().putAll(environment);
        var started = process.start();
        var said = new String(started.getInputStream().readAllBytes());
        return new Ended(started.waitFor(), said);
    }

    private Stream<String> asked() throws IOException {
        return Files.readAllLines(place.resolve("asked")).stream();
    }

    private void standIn(String name, String script) throws IOException {
        var file = Files.writeString(place.resolve(name), "#!/usr/bin/env bash\n" + script);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }
}
