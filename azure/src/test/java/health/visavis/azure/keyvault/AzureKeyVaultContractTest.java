package health.visavis.azure.keyvault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.visavis.keys.KeyUnavailable;
import health.visavis.keys.KeyVault;
import health.visavis.keys.KeyVaultAway;
import health.visavis.keys.KeyVaultAway.Reason;
import health.visavis.keys.KeyVaultContract;
import health.visavis.keys.WrappedKey;
import health.visavis.simulator.entra.FakeEntra;
import health.visavis.simulator.fault.Fault;
import health.visavis.simulator.fault.Faults;
import health.visavis.simulator.http.SelfMadeCertificate;
import health.visavis.simulator.vault.SimulatedKeyVault;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The vaults are simulations that keep to Microsoft's documentation.
class AzureKeyVaultContractTest extends KeyVaultContract {

    private static final byte[] DATA_KEY = "0123456789abcdef0123456789abcdef".getBytes();

    @TempDir
    static Path folder;

    private static final SelfMadeCertificate CERTIFICATE = SelfMadeCertificate.make(Clock.systemUTC());
    private static final Faults FAULTS = new Faults();
    private static FakeEntra entra;
    private static SimulatedKeyVault here;
    private static SimulatedKeyVault there;

    @BeforeAll
    static void start() {
        entra = FakeEntra.start(Clock.systemUTC(), 0, CERTIFICATE);
        here = SimulatedKeyVault.start(entra, FAULTS, CERTIFICATE);
        there = SimulatedKeyVault.start(entra, FAULTS, CERTIFICATE);
    }

    @AfterAll
    static void stop() {
        here.close();
        there.close();
        entra.close();
    }

    @BeforeEach
    void begin() {
        FAULTS.clear();
        here.closeToUs(false);
    }

    @Override
    protected KeyVault vault() {
        return vaultAt(here.endpoint(), List.of());
    }

    @Test
    void whatWasWrappedBeforeARotationIsStillUnwrapped() {
        var before = vault().wrap(DATA_KEY);
        here.rotate();

        var after = vault().wrap(DATA_KEY);

        assertThat(after.keyId()).isEqualTo(here.currentKeyId()).isNotEqualTo(before.keyId());
        assertThat(vault().unwrap(before)).isEqualTo(DATA_KEY);
        assertThat(vault().unwrap(after)).isEqualTo(DATA_KEY);
    }

    @Test
    void aVersionOpensOnlyWhatItWrapped() {
        var before = vault().wrap(DATA_KEY);
        here.rotate();

        assertThatThrownBy(() -> vault().unwrap(new WrappedKey(here.currentKeyId(), before.bytes())))
                .isInstanceOf(KeyUnavailable.class)
                .hasMessage("key unavailable: " + here.currentKeyId() + " (it does not open this)");
    }

    @Test
    void aDisabledVersionOpensNothingUntilItIsEnabled() {
        var wrapped = vault().wrap(DATA_KEY);
        here.disable(wrapped.keyId());

        assertThatThrownBy(() -> vault().unwrap(wrapped))
                .isInstanceOf(KeyUnavailable.class)
                .hasMessage("key unavailable: " + wrapped.keyId() + " (disabled)");
        assertThatThrownBy(() -> vault().wrap(DATA_KEY)).isInstanceOf(KeyUnavailable.class);

        here.enable(wrapped.keyId());
        assertThat(vault().unwrap(wrapped)).isEqualTo(DATA_KEY);
    }

    /// The other region turns its own.
    @Test
    void theVersionOfAnotherRegionIsNotOursToTurnOrRevoke() {
        var theirs = vaultAt(there.endpoint(), List.of()).wrap(DATA_KEY);
        var both = vaultAt(here.endpoint(), List.of(there.endpoint()));

        assertThat(both.isEarlier(theirs.keyId(), both.currentKeyId())).isFalse();
        assertThatThrownBy(() -> both.revoke(theirs.keyId())).isInstanceOf(KeyUnavailable.class);
        assertThat(both.unwrap(theirs)).isEqualTo(DATA_KEY);
    }

    @Test
    void whoLacksTheRoleTurnsAndRevokesNothing() {
        var wrapped = vault().wrap(DATA_KEY);
        vault().rotate();
        here.closeToUs(true);

        assertAway(Reason.REFUSED, () -> vault().rotate());
        assertAway(Reason.REFUSED, () -> vault().revoke(wrapped.keyId()));

        here.closeToUs(false);
        assertThat(vault().unwrap(wrapped)).isEqualTo(DATA_KEY);
    }

    @Test
    void aVersionThatIsGoneIsSaid() {
        var wrapped = vault().wrap(DATA_KEY);
        here.rotate();
        here.lose(wrapped.keyId());

        assertThatThrownBy(() -> vault().unwrap(wrapped))
                .isInstanceOf(KeyUnavailable.class)
                .hasMessage("key unavailable: " + wrapped.keyId() + " (gone)");
    }

    @Test
    void whoLacksTheRoleIsRefusedAndTheKeyIsNotCalledGone() {
        var wrapped = vault().wrap(DATA_KEY);
        here.closeToUs(true);

        assertAway(Reason.REFUSED, () -> vault().unwrap(wrapped));
        assertAway(Reason.REFUSED, () -> vault().wrap(DATA_KEY));
        assertAway(Reason.REFUSED, () -> vault().currentKeyId());
    }

    @ParameterizedTest
    @CsvSource({"500,FAILED", "502,FAILED", "503,BUSY", "504,UNREACHABLE", "408,UNREACHABLE", "401,REFUSED"})
    void aVaultThatFailsIsAway(int status, Reason reason) {
        FAULTS.always("GET /keys/.*", new Fault.Failed(status));

        assertAway(reason, () -> vault().wrap(DATA_KEY));
    }

    @Test
    void aMomentOfThrottlingOrFailureIsWaitedFor() {
        FAULTS.once("GET /keys/.*", new Fault.Throttled(Duration.ofSeconds(1)));
        FAULTS.once("POST .*/wrapkey", new Fault.Failed(503));
        FAULTS.once("POST .*/unwrapkey", new Fault.CutBefore());

        assertThat(vault().unwrap(vault().wrap(DATA_KEY))).isEqualTo(DATA_KEY);
    }

    @Test
    void aLongPauseIsNotWaitedFor() {
        FAULTS.always("GET /keys/.*", new Fault.Throttled(Duration.ofMinutes(5)));

        assertAway(Reason.BUSY, () -> vault().wrap(DATA_KEY));
    }

    @Test
    void aVaultThatIsNotThereIsUnreachable() {
        assertAway(
                Reason.UNREACHABLE,
                () -> vaultAt(URI.create("https://localhost:1"), List.of()).currentKeyId());
    }

    @Test
    void whatAnotherRegionWrappedIsOpenedInItsVault() {
        var wrapped = vaultAt(there.endpoint(), List.of()).wrap(DATA_KEY);

        assertThat(vaultAt(here.endpoint(), List.of(there.endpoint())).unwrap(wrapped))
                .isEqualTo(DATA_KEY);
    }

    /// A row is data: it does not decide where our token goes.
    @Test
    void aVaultThatNobodyNamedIsNotAsked() {
        var wrapped = vaultAt(there.endpoint(), List.of()).wrap(DATA_KEY);
        var asked = there.asked();

        assertThatThrownBy(() -> vault().unwrap(wrapped)).isInstanceOf(KeyUnavailable.class);
        var otherKey = here.currentKeyId().replace("/patients/", "/storage/");
        assertThatThrownBy(() -> vault().unwrap(new WrappedKey(otherKey, wrapped.bytes())))
                .isInstanceOf(KeyUnavailable.class);

        assertThat(there.asked()).isEqualTo(asked);
    }

    @Test
    void noMessageHoldsWhatIsWrapped() {
        FAULTS.always("POST .*", new Fault.Failed(500));

        assertThatThrownBy(() -> vault().wrap(DATA_KEY))
                .isInstanceOf(KeyVaultAway.class)
                .hasMessage("key vault failed: answered 500")
                .hasNoCause();
        FAULTS.clear();
        var wrapped = vault().wrap(DATA_KEY);
        assertThat(new String(wrapped.bytes())).doesNotContain(new String(DATA_KEY));
        assertThat(wrapped.toString())
                .doesNotContain(
                        Base64.getUrlEncoder().encodeToString(wrapped.bytes()).substring(0, 8));
    }

    /// The simulator's own manners: a caller without a token for this audience is told where to get one.
    @Test
    void withoutATokenForVaultsThereIsAChallenge() throws Exception {
        var elsewhere = entra.tokenFor(
                "tenant",
                "https://servicebus.azure.net",
                Map.of(),
                Clock.systemUTC().instant().plusSeconds(60));
        try (var client = java.net.http.HttpClient.newBuilder()
                .sslContext(CERTIFICATE.forClients())
                .build()) {
            var answer = client.send(
                    HttpRequest.newBuilder(here.endpoint().resolve("/keys/patients?api-version=7.4"))
                            .header("Authorization", "Bearer " + elsewhere)
                            .build(),
                    BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.headers().firstValue("WWW-Authenticate").orElseThrow())
                    .startsWith("Bearer authorization=\"" + entra.address())
                    .endsWith("resource=\"https://vault.azure.net\"");
        }
    }

    private static void assertAway(Reason reason, ThrowingCallable call) {
        assertThatThrownBy(call)
                .asInstanceOf(InstanceOfAssertFactories.type(KeyVaultAway.class))
                .extracting(KeyVaultAway::reason)
                .isEqualTo(reason);
    }

    private static KeyVault vaultAt(URI endpoint, List<URI> others) {
        return new AzureKeyVault(
                SimulatedVaults.settings(endpoint, others), SimulatedVaults.requests(entra, CERTIFICATE, folder));
    }
}
