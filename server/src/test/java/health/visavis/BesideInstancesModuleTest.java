package health.visavis;

import static org.assertj.core.api.Assertions.assertThat;

import health.visavis.local.custody.CodesCommand;
import health.visavis.local.custody.CodesWords;
import health.visavis.secrets.TestSecrets;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/// A command in a container: the database is the instances', as the application's own role.
@ExtendWith(OutputCaptureExtension.class)
class BesideInstancesModuleTest {

    @Test
    void aCommandWorksOnTheInstancesDatabaseDoesNothingElseAndEnds(CapturedOutput output) {
        var database = TestDatabase.url();
        var before = output.getOut().length();
        var running = Thread.getAllStackTraces().keySet();
        var said = new ByteArrayOutputStream();
        var words = CodesWords.of(List.of("status", "--data", "/nowhere"));

        var ending = BesideInstances.run(
                context -> context.getBean(CodesCommand.class)
                        .run(words, new PrintStream(said, true, StandardCharsets.UTF_8)),
                "--spring.datasource.url=" + database,
                "--spring.datasource.username=visavis_app",
                "--spring.datasource.password=" + TestSecrets.inFile("app"),
                "--spring.flyway.url=" + database,
                "--spring.flyway.user=visavis_owner",
                "--spring.flyway.password=" + TestSecrets.inFile("owner"));

        assertThat(ending).isEqualTo(CodesCommand.DONE);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("agreed");
        assertThat(output.getOut().substring(before)).isEmpty();
        assertThat(begunSince(running)).isEmpty();
    }

    private static Set<String> begunSince(Set<Thread> running) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !running.contains(thread))
                .map(Thread::getName)
                .filter(name -> name.contains("listener") || name.contains("rounds"))
                .collect(Collectors.toSet());
    }
}
