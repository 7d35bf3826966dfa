package health.visavis.web.emergency;

import static org.assertj.core.api.Assertions.assertThat;

import health.visavis.emergency.EmergencyStanding;
import health.visavis.visit.VisitStatus;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EmergencyViewTest {

    @Test
    void onlyWhoTalksWithThePatientStaysInTheCall() {
        assertThat(staff(true, VisitStatus.IN_PROGRESS).steps())
                .containsExactly("emergency.step.staff.1", "emergency.step.staff.ask", "emergency.step.staff.stay");
        assertThat(staff(false, VisitStatus.IN_PROGRESS).steps())
                .containsExactly(
                        "emergency.step.staff.beside", "emergency.step.staff.find", "emergency.step.staff.note");
        assertThat(staff(true, VisitStatus.ARRIVED).steps()).startsWith("emergency.step.staff.admit");
        assertThat(staff(false, VisitStatus.ARRIVED).steps()).startsWith("emergency.step.staff.apart");
        assertThat(staff(true, VisitStatus.FINISHED).steps()).startsWith("emergency.step.staff.apart");
    }

    @Test
    void nobodyIsToldToAskNowWhenTheVisitIsOver() {
        assertThat(staff(true, VisitStatus.IN_PROGRESS).placeKey()).isEqualTo("emergency.place.none");
        assertThat(staff(true, VisitStatus.FINISHED).placeKey()).isEqualTo("emergency.place.none.over");
    }

    @Test
    void aNurseGoesBackToWhereTheyCameFrom() {
        assertThat(staff(false, VisitStatus.IN_PROGRESS).back()).isEqualTo("/waiting-room");
        assertThat(staff(false, VisitStatus.IN_PROGRESS).backKey()).isEqualTo("visit.do.waitingRoom");
        assertThat(staff(true, VisitStatus.IN_PROGRESS).backKey()).isEqualTo("emergency.back");
        assertThat(staff(true, VisitStatus.FINISHED).backKey()).isEqualTo("emergency.back.over");
    }

    private static EmergencyView staff(boolean clinician, VisitStatus status) {
        var nothing = new EmergencyStanding(null, null, false, null, List.of());
        return new EmergencyView(UUID.randomUUID(), false, clinician, "Rosa Delgado", nothing, status, null, false);
    }
}
