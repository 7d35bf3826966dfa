package health.visavis.web.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import health.visavis.kernel.InstalledChromium;
import health.visavis.kernel.Requirement;
import health.visavis.kernel.Sensitive;
import health.visavis.visit.CallCredential;
import health.visavis.visit.IceSettings;
import health.visavis.visit.domain.SeatId;
import health.visavis.visit.domain.TurnPass;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// What the server hands to a browser, tried by a real browser against a real TURN server, with every direct way
/// forbidden.
class RelayedConnectionTest {

    private static final Optional<Path> BROWSER = InstalledChromium.path();

    private static final String TWO_ENDS = """
            async (configuration) => {
              const [one, two] = [new RTCPeerConnection(configuration), new RTCPeerConnection(configuration)];
              const errors = [];
              let candidates = 0;
              for (const [from, to] of [[one, two], [two, one]]) {
                from.onicecandidateerror = (error) => errors.push(error.errorCode);
                from.onicecandidate = ({ candidate }) => {
                  if (candidate?.candidate) candidates++;
                  if (candidate) void to.addIceCandidate(candidate).catch(() => undefined);
                };
              }
              const channel = one.createDataChannel('relay');
              const opened = new Promise((resolve) => {
                channel.onopen = () => resolve(true);
                setTimeout(() => resolve(false), 8000);
                one.onicegatheringstatechange = () => {
                  if (one.iceGatheringState === 'complete' && candidates === 0) resolve(false);
                };
              });
              await one.setLocalDescription();
              await two.setRemoteDescription(one.localDescription);
              await two.setLocalDescription();
              await one.setRemoteDescription(two.localDescription);
              const result = { opened: await opened, local: '', remote: '', dtls: '', candidates, refused: errors.includes(401) };
              const stats = await one.getStats();
              for (const report of stats.values()) {
                if (report.type !== 'transport') continue;
                const pair = stats.get(report.selectedCandidatePairId);
                result.dtls = report.dtlsState;
                result.local = stats.get(pair?.localCandidateId)?.candidateType ?? '';
                result.remote = stats.get(pair?.remoteCandidateId)?.candidateType ?? '';
              }
              one.close();
              two.close();
              return result;
            }
            """;

    private static Playwright playwright;
    private static Browser browser;

    @BeforeAll
    static void aBrowser() {
        assumeTrue(BROWSER.isPresent(), "no Chromium on this machine");
        playwright = Playwright.create();
        browser = playwright
                .chromium()
                .launch(new LaunchOptions()
                        .setArgs(List.of("--no-sandbox", "--disable-gpu"))
                        .setExecutablePath(BROWSER.orElseThrow()));
    }

    @AfterAll
    static void closed() {
        if (playwright != null) {
            playwright.close();
        }
    }

    @Test
    @Requirement("COM-08")
    void twoBrowserEndsMeetThroughTheRelayAlone() throws IOException {
        try (var turn = TurnServer.start()) {
            var met = tried(turn, Instant.now().plus(Duration.ofMinutes(5)), TurnServer.SECRET);
            assertThat(met)
                    .containsEntry("opened", true)
                    .containsEntry("local", "relay")
                    .containsEntry("remote", "relay")
                    .containsEntry("dtls", "connected");
        }
    }

    @Test
    void anExpiredPassOpensNothing() throws IOException {
        try (var turn = TurnServer.start()) {
            assertThat(tried(turn, Instant.now().minusSeconds(60), TurnServer.SECRET))
                    .containsEntry("opened", false)
                    .containsEntry("candidates", 0);
        }
    }

    /// The check of devices hears from the refusal that the relay can be reached.
    @Test
    void aPassSignedWithAnotherSecretOpensNothingAndIsRefusedAloud() throws IOException {
        try (var turn = TurnServer.start()) {
            assertThat(tried(turn, Instant.now().plus(Duration.ofMinutes(5)), "another-secret"))
                    .containsEntry("opened", false)
                    .containsEntry("candidates", 0)
                    .containsEntry("refused", true);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> tried(TurnServer turn, Instant expiresAt, String secret) {
        var configuration = JsonMapper.shared()
                .readValue(JsonMapper.shared().writeValueAsString(configuration(turn, expiresAt, secret)), Map.class);
        try (Page page = browser.newPage()) {
            page.navigate("about:blank");
            return (Map<String, Object>) page.evaluate(TWO_ENDS, configuration);
        }
    }

    /// As `/api/visits/{id}/seat` answers it.
    private static LineJson.Configuration configuration(TurnServer turn, Instant expiresAt, String secret) {
        var pass = TurnPass.issue(Sensitive.of(secret), SeatId.next(), expiresAt);
        var server = new CallCredential.IceServer(List.of(turn.url()), pass.userName(), pass.password());
        return LineJson.configuration(new CallCredential.Direct(
                List.of(server), IceSettings.Policy.RELAY, CallCredential.Media.SOUND_AND_PICTURE, expiresAt));
    }
}
