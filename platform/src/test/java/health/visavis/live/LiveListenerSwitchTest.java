package health.visavis.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/// A process without open pages, such as an import, listens to nobody.
class LiveListenerSwitchTest {

    @Test
    void onlyAProcessThatServesPagesListens() {
        new ApplicationContextRunner()
                .withUserConfiguration(LiveListener.class)
                .withPropertyValues("visavis.live.listen=false")
                .run(context -> assertThat(context).doesNotHaveBean(LiveListener.class));
    }
}
