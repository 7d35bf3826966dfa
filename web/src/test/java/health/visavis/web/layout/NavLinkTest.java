package health.visavis.web.layout;

import static org.assertj.core.api.Assertions.assertThat;

import health.visavis.access.Role;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NavLinkTest {

    @Test
    void aDoctorWhoReadsAnAppointmentIsInTheAgenda() {
        assertThat(marked("/appointments/1/move", Role.DOCTOR)).isEqualTo("/agenda");
        assertThat(marked("/appointments/1/move", Role.PATIENT)).isEqualTo("/appointments");
    }

    @Test
    void theFrontDeskStaysAtOneEntryInAllItsSteps() {
        assertThat(marked("/front-desk", Role.NURSE)).isEqualTo("/patients");
        assertThat(marked("/patients/1/appointments/new", Role.NURSE)).isEqualTo("/patients");
    }

    @Test
    void theStartPageIsNotTheBeginningOfEveryPage() {
        assertThat(marked("/", Role.DOCTOR)).isEqualTo("/");
        assertThat(marked("/help", Role.DOCTOR)).isEmpty();
    }

    private static String marked(String path, Role role) {
        return String.join(
                " ",
                Navigation.of(Set.of(role)).stream()
                        .filter(link -> link.leadsTo(path))
                        .map(NavLink::path)
                        .toList());
    }
}
