package health.visavis.calllist;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// @param folder where the list is kept; null: no list is written
/// @param every how often it is written anew
/// @param clinic the name on it
/// @param zone of its times
public record CallListSettings(@Nullable Path folder, Duration every, String clinic, ZoneId zone) {

    public CallListSettings {
        if (folder != null
                && (every.compareTo(Duration.ofSeconds(10)) < 0 || every.compareTo(Duration.ofHours(1)) > 0)) {
            throw new IllegalArgumentException("visavis.calllist.every must be between ten seconds and an hour");
        }
    }
}
