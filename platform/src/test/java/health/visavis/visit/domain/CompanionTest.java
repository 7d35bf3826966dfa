package health.visavis.visit.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import health.visavis.kernel.PersonId;
import health.visavis.kernel.VisitId;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CompanionTest {

    private static final Instant NOW = Instant.parse("2026-11-24T15:00:00Z");

    @Test
    void whoOpensTheLinkAnewWaitsAnewHoweverFarTheyHadCome() {
        var admitted = invited(new Errand.Family()).open("Mia").arrive(NOW).admit(NOW);

        assertThat(admitted.open("Somebody else")).isEqualTo(new Companion.Opened(admitted.facts(), "Somebody else"));
    }

    @Test
    void whoIsPutBackIsNoCoHostAnyMore() {
        var coHost = invited(new Errand.Clinician())
                .open("Dr. Lee")
                .arrive(NOW)
                .admit(NOW)
                .promoted();

        assertThat(coHost.coHost()).isTrue();
        assertThat(coHost.putBack(NOW).admit(NOW).coHost()).isFalse();
        assertThat(coHost.demoted().coHost()).isFalse();
    }

    @Test
    void onlyAClinicianIsMadeCoHost() {
        var family = invited(new Errand.Family()).open("Mia").arrive(NOW).admit(NOW);

        assertThatIllegalStateException().isThrownBy(family::promoted);
    }

    @Test
    void anInterpretersLanguageIsACode() {
        assertThat(new Errand.Interpreter("ase").language()).isEqualTo("ase");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Errand.Interpreter("Spanish"))
                .withMessageNotContaining("Spanish");
    }

    private static Companion.Invited invited(Errand errand) {
        return new Companion.Invited(new Companion.Facts(
                CompanionId.next(), VisitId.next(), errand, "Mia", PersonId.next(), UUID.randomUUID(), NOW));
    }
}
