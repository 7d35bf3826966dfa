package health.visavis.alarm;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/// Counts an alarm and says it in the log, once it is stored; after a crash in between, a second time. Neither tells
/// whom it is about: that is on the page.
@Component
class AlarmTelling {

    private static final Logger LOG = LoggerFactory.getLogger(AlarmTelling.class);

    private final Map<AlarmKind, Counter> counters = new EnumMap<>(AlarmKind.class);

    /// From the start on, so that a rule on a rate sees the first one come.
    AlarmTelling(ObjectProvider<MeterRegistry> registry) {
        var meters = registry.getIfUnique(() -> Metrics.globalRegistry);
        for (var kind : AlarmKind.values()) {
            counters.put(
                    kind,
                    Counter.builder(AlarmKind.METRIC)
                            .description("Alarms for administrators")
                            .tag("kind", kind.code())
                            .register(meters));
        }
    }

    @ApplicationModuleListener(id = "alarm.tell")
    void on(AlarmRaised event) {
        Objects.requireNonNull(counters.get(event.kind())).increment();
        LOG.atWarn()
                .addKeyValue("event.action", event.kind().event())
                .addKeyValue("event.severity", event.kind().severity().level())
                .addKeyValue("event.id", event.alarm())
                .log("{} {}: see the page of alarms", event.kind().event(), event.alarm());
    }
}
