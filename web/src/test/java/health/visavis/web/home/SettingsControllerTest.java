package health.visavis.web.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SettingsControllerTest {

    @Test
    void theWayBackStaysOnThisSite() {
        assertThat(List.of("/", "/appointments", "/visits/0198-ab/waiting-room"))
                .allMatch(path -> SettingsController.OURS.matcher(path).matches());
        assertThat(List.of("//elsewhere.example", "/\\elsewhere.example", "https://elsewhere.example", "/a?b=//c", ""))
                .noneMatch(path -> SettingsController.OURS.matcher(path).matches());
    }
}
