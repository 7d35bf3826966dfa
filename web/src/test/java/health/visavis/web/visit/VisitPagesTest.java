package health.visavis.web.visit;

import static org.assertj.core.api.Assertions.assertThat;

import health.visavis.web.i18n.Language;
import org.junit.jupiter.api.Test;

class VisitPagesTest {

    @Test
    void thePatientsRoomHoldsNothingThatOnlyTheDoctorMayDo() {
        for (var page : VisitPages.all(Language.ENGLISH).entrySet()) {
            if (page.getKey().startsWith("visit-room-patient")) {
                assertThat(page.getValue())
                        .as(page.getKey())
                        .doesNotContain("data-do=\"admit\"")
                        .doesNotContain("data-do=\"return\"")
                        .doesNotContain("data-do=\"end\"")
                        .doesNotContain("/panel");
            }
        }
    }
}
