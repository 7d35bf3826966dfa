package health.visavis.local.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import health.visavis.local.demo.AccountSecrets;
import health.visavis.local.demo.LocalAccount;
import health.visavis.local.keystore.KeyFolder;
import health.visavis.local.signin.domain.OneTimeCode;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CurrentCodesTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:10Z");
    private static final long STEP = OneTimeCode.stepAt(NOW);

    @TempDir
    private Path temporary;

    private AccountSecrets secrets;

    @BeforeEach
    void setUp() {
        secrets = new AccountSecrets(KeyFolder.at(temporary.resolve("keys")));
    }

    @Test
    void everyoneOfTheStaffHasACodeAndPatientsNeedNone() {
        assertThat(codes(Map.of()).all())
                .extracting(CurrentCodes.Code::account)
                .containsExactly(LocalAccount.DOCTOR, LocalAccount.NURSE, LocalAccount.ADMIN);
        assertThat(doctor(Map.of()))
                .isEqualTo(new CurrentCodes.Code(LocalAccount.DOCTOR, at(STEP), Duration.ofSeconds(50)));
    }

    @Test
    void aSpentCodeGivesWayToTheNext() {
        assertThat(doctor(Map.of("doctor", STEP)).digits()).isEqualTo(at(STEP + 1));
        assertThat(doctor(Map.of("doctor", STEP - 5)).digits()).isEqualTo(at(STEP));
    }

    @Test
    void whenTheNextIsSpentTooItSaysWhenThereIsOneAgain() {
        assertThat(doctor(Map.of("doctor", STEP + 1)))
                .isEqualTo(new CurrentCodes.Code(LocalAccount.DOCTOR, null, Duration.ofSeconds(20)));
    }

    private CurrentCodes.Code doctor(Map<String, Long> used) {
        return codes(used).all().getFirst();
    }

    private String at(long step) {
        return OneTimeCode.STANDARD.at(secrets.codeSecret(LocalAccount.DOCTOR), step);
    }

    private CurrentCodes codes(Map<String, Long> used) {
        return new CurrentCodes(secrets, () -> used, Clock.fixed(NOW, ZoneOffset.UTC));
    }
}
