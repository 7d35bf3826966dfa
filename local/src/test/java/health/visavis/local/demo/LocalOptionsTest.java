package health.visavis.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.visavis.local.CannotStart;
import health.visavis.local.demo.LocalOptions.Flag;
import health.visavis.local.demo.LocalOptions.Ports;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalOptionsTest {

    @Test
    void theDemoKeepsItsKeysBesideItsData() {
        var options = read("demo");

        assertThat(options.folders().data()).isEqualTo(Path.of(".visavis/demo").toAbsolutePath());
        assertThat(options.folders().keys())
                .isEqualTo(Path.of(".visavis/demo-keys").toAbsolutePath());
        assertThat(options.ports()).isEqualTo(new Ports(8080, 8081, 0));
    }

    @Test
    void aClinicOfOnesOwnKeepsItsDataApartFromTheDemo() {
        assertThat(read("start").folders().data())
                .isNotEqualTo(read("demo").folders().data());
    }

    @Test
    void overTlsThePortsAreOthers() {
        assertThat(read("demo", "--lan").ports()).isEqualTo(new Ports(8443, 8444, 0));
    }

    @Test
    void everythingCanBeChosen() {
        var options = read(
                "demo",
                "--data",
                "/a",
                "--keys",
                "/b",
                "--port",
                "1",
                "--signin-port",
                "2",
                "--database-port",
                "3",
                "--fresh",
                "--empty");

        assertThat(options.folders().data()).isEqualTo(Path.of("/a"));
        assertThat(options.folders().keys()).isEqualTo(Path.of("/b"));
        assertThat(options.ports()).isEqualTo(new Ports(1, 2, 3));
        assertThat(options.flags()).containsExactlyInAnyOrder(Flag.FRESH, Flag.EMPTY);
    }

    @Test
    void aSecondInstanceNamesTheDataItJoinsAndTakesAnotherPort() {
        var options = read("demo", "--join", "/a");

        assertThat(options.folders().data()).isEqualTo(Path.of("/a"));
        assertThat(options.ports().application()).isEqualTo(8082);
        assertThat(read("demo", "--join", "--data", "/a", "--port", "9").ports().application())
                .isEqualTo(9);
    }

    @Test
    void theSimulatorIsForWhoAsksForIt() {
        assertThat(read("demo", "--simulator", "/s.jar", "--engine", "acs-simulator")
                        .simulator())
                .isEqualTo(Path.of("/s.jar"));
        assertThat(read("demo", "--simulator", "/s.jar", "--engine", "direct").simulator())
                .isNull();
        assertThat(read("demo").simulator()).isNull();
    }

    @Test
    void anEdgeHasAPortOfItsOwn() {
        assertThat(read("demo", "--edge", "8443", "--port", "9").edge()).isEqualTo(8443);
        assertThat(read("demo").edge()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--edge",
                "--edge 8443 --lan",
                "--edge 8443 --join",
                "--port",
                "--port x",
                "--port 0",
                "--port 65536",
                "--data",
                "--data --lan",
                "--colour",
                "--join --fresh",
                "--engine",
                "--engine pigeon",
                "--engine acs-simulator",
                "--engine acs-simulator --simulator /s.jar --join"
            })
    void whatMakesNoSenseIsSaidInOneSentence(String words) {
        assertThatThrownBy(() -> read("demo", words.split(" ")))
                .isInstanceOf(CannotStart.class)
                .hasMessageEndingWith(".");
    }

    private static LocalOptions read(String command, String... options) {
        return LocalOptions.of(command, List.of(options));
    }
}
