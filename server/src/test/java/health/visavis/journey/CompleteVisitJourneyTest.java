package health.visavis.journey;

import static org.assertj.core.api.Assertions.assertThat;

import health.visavis.kernel.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Two people meet: from an empty agenda to the trail that the meeting left.
class CompleteVisitJourneyTest {

    @RegisterExtension
    final JourneyStage stage = new JourneyStage();

    @Test
    @Requirement({"APP-01", "CMP-09", "COM-08", "DMO-02", "PRF-04"})
    void aPatientBooksWaitsTalksAndTheTrailTellsOfIt() {
        WholeVisit.of(stage.patient(), stage.doctor());

        var trail = stage.admin().opens("/audit").findsThePageSound().page().innerText("main");
        assertThat(trail).contains(stage.doctorsName());
    }
}
