package health.visavis.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopicTest {

    @Test
    void isReadAsItIsWritten() {
        var topic = Topic.visit(UUID.fromString("01997b5e-0000-7000-8000-000000000001"));

        assertThat(Topic.parse(topic.toString())).contains(topic);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "visit",
                "visit:",
                "visit:1",
                ":01997b5e-0000-7000-8000-000000000001",
                "a b:01997b5e-0000-7000-8000-000000000001",
                "visit:01997b5e-0000-7000-8000-000000000001 2"
            })
    void nothingElseIsATopic(String text) {
        assertThat(Topic.parse(text)).isEmpty();
    }
}
