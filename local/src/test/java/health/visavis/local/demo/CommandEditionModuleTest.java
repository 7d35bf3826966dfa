package health.visavis.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a command such as `import` is started with.
class CommandEditionModuleTest {

    @TempDir
    Path folder;

    @Test
    void aCommandSendsNoLettersListensToNobodyAndFinishesNothingOfOthers() {
        var options = LocalOptions.of(
                "import",
                List.of(
                        "--data", folder.resolve("data").toString(),
                        "--keys", folder.resolve("keys").toString()));
        try (var edition = LocalEdition.forCommand(options, new PrintStream(OutputStream.nullOutputStream()))) {
            assertThat(edition.properties())
                    .containsEntry("visavis.notification.every", "0s")
                    .containsEntry("visavis.audit.log.every", "0s")
                    .containsEntry("visavis.live.listen", "false")
                    .containsEntry("spring.modulith.events.republish-outstanding-events-on-restart", "false");
        }
    }
}
