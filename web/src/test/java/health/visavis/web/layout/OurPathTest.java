package health.visavis.web.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OurPathTest {

    @Test
    void theWayBackStaysOnThisSite() {
        assertThat(List.of("/", "/appointments", "/visits/0198-ab/waiting-room"))
                .allSatisfy(path -> assertThat(OurPath.or(path, "/else")).isEqualTo(path));
        assertThat(List.of("//elsewhere.example", "/\\elsewhere.example", "https://elsewhere.example", "/a?b=//c", ""))
                .allSatisfy(path -> assertThat(OurPath.or(path, "/else")).isEqualTo("/else"));
    }
}
