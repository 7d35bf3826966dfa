package health.visavis.azure.acs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.visavis.simulator.AcsSimulator;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AcsRecordingFilesTest {

    private final AcsSimulator simulator = SimulatedAcs.simulator();
    private final AcsRecordingFiles files = new AcsRecordingFiles(
            simulator.endpoint(), List.of("asm.skype.com"), SimulatedAcs.client(), SimulatedAcs.identity());

    @Test
    void aFileIsFetchedAndAfterItsDeletionIsNoLongerThere() throws IOException {
        var file = simulator.services().calls().makes("sound and picture".getBytes(StandardCharsets.UTF_8));
        var read = new AtomicReference<String>();

        assertThat(files.fetch(
                        at(file, "video"),
                        content -> read.set(new String(content.readAllBytes(), StandardCharsets.UTF_8))))
                .isTrue();
        assertThat(read).hasValue("sound and picture");

        files.delete(at(file, "deletedata"));
        files.delete(at(file, "deletedata"));
        assertThat(files.fetch(at(file, "video"), content -> {})).isFalse();
    }

    /// An address that came with forged news would be sent our token.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://elsewhere.invalid/v1/objects/1/content/video",
                "https://asm.skype.com.elsewhere.invalid/v1/objects/1/content/video",
                "https://notasm.skype.com/v1/objects/1/content/video",
                "http://storage.asm.skype.com/v1/objects/1/content/video",
                "https://somebody@storage.asm.skype.com/v1/objects/1/content/video",
                "https://storage.asm.skype.com:8443/v1/objects/1/content/video",
                "https://169.254.169.254/metadata",
                "file:///etc/passwd"
            })
    void ourTokenGoesNowhereElse(String address) {
        assertThatThrownBy(() -> files.fetch(URI.create(address), content -> {}))
                .hasMessage("a recording lies where our token does not go");
        assertThatThrownBy(() -> files.delete(URI.create(address)))
                .hasMessage("a recording lies where our token does not go");
    }

    private URI at(String file, String end) {
        return simulator.endpoint().resolve("/v1/objects/" + file + "/content/" + end);
    }
}
