package health.visavis.consent;

import static org.assertj.core.api.Assertions.assertThat;

import health.visavis.consent.Consent.Standing;
import health.visavis.consent.Consent.Statement;
import health.visavis.kernel.PatientId;
import health.visavis.kernel.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConsentTest {

    private static final Instant GIVEN = Instant.parse("2026-11-28T12:00:00Z");
    private static final Instant LATER = GIVEN.plus(Duration.ofDays(30));

    @Test
    void itCountsUntilTheMomentAtWhichItEnds() {
        var ending = consent(LATER, null);

        assertThat(ending.standingAt(LATER.minusNanos(1))).isEqualTo(Standing.IN_FORCE);
        assertThat(ending.standingAt(LATER)).isEqualTo(Standing.EXPIRED);
        assertThat(consent(null, null).standingAt(GIVEN.plus(Duration.ofDays(36_500))))
                .isEqualTo(Standing.IN_FORCE);
    }

    @Test
    void takenBackItCountsFromThatMomentOnNoMore() {
        var withdrawn = consent(LATER, LATER.minusSeconds(60));

        assertThat(withdrawn.standingAt(LATER.minusSeconds(61))).isEqualTo(Standing.IN_FORCE);
        assertThat(withdrawn.standingAt(LATER.minusSeconds(60))).isEqualTo(Standing.WITHDRAWN);
        assertThat(withdrawn.standingAt(LATER)).as("and not expired later").isEqualTo(Standing.WITHDRAWN);
    }

    /// At the same time of day a year later, where the patient lives.
    @Test
    void aYearIsAYearOfThePatients() {
        var zone = ZoneId.of("America/New_York");
        var leapDay = Instant.parse("2028-02-29T17:00:00Z");

        assertThat(ConsentPeriod.ONE_YEAR.end(leapDay, zone)).contains(Instant.parse("2029-02-28T17:00:00Z"));
        assertThat(ConsentPeriod.UNTIL_WITHDRAWN.end(leapDay, zone)).isEmpty();
    }

    private static Consent consent(@Nullable Instant expiresAt, @Nullable Instant withdrawnAt) {
        return new Consent(
                new UUID(1, 1),
                PatientId.next(),
                new Statement(ConsentKind.SUBSTANCE_USE_RECORDS, 1, "en"),
                new Recipients.AllWhoTreat(),
                PersonId.next(),
                GIVEN,
                expiresAt,
                withdrawnAt);
    }
}
