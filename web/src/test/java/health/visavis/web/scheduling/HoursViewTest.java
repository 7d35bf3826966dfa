package health.visavis.web.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import health.visavis.access.Role;
import health.visavis.kernel.ClinicianId;
import health.visavis.web.components.FormErrors;
import health.visavis.web.i18n.Language;
import health.visavis.web.layout.TestShell;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HoursViewTest {

    private final TestShell doctor = TestShell.of(Language.ENGLISH).signedInAs(Role.DOCTOR);

    @Test
    void aClosedDaySaysItsHours() {
        var view =
                view(Map.of("opens-1-0", "09:00", "closes-1-0", "12:00", "opens-1-1", "13:30", "closes-1-1", "00:00"));

        assertThat(view.hours(doctor.shell(), view.days().getFirst()).replace('\u00a0', ' '))
                .isEqualTo("9:00 AM – 12:00 PM, 1:30 PM – 12:00 AM");
        assertThat(view.hours(doctor.shell(), view.days().getLast())).isEqualTo("No hours");
    }

    @Test
    void onlyADayInWhichSomethingIsWrongOpensByItself() {
        var view = view(Map.of("opens-1-0", "17:00", "closes-1-0", "9"));

        assertThat(view.days())
                .filteredOn(view::opens)
                .containsExactly(view.days().getFirst());
        assertThat(view.hours(doctor.shell(), view.days().getFirst())).endsWith("– 9");
    }

    private HoursView view(Map<String, String> typed) {
        var form = new HoursForm(typed, doctor.shell());
        form.read(ClinicianId.next());
        return HoursPages.view(typed, Optional.empty(), form.errors(), FormErrors.none(), doctor.shell());
    }
}
