package health.visavis.azure.acs;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Recording by Azure Communication Services, where `visavis.recording.allowed` is set too.
///
/// @param callback the address at which the service tells what becomes of our leg in a call: our own
///     `/azure/acs/calls`; without one nothing is recorded there
/// @param filesFrom hosts, with all below them, from which files are fetched: our token goes nowhere else
/// @param fetchEvery how often files that were announced are looked for; zero: never
/// @param fetchWithin how long one file may take
@ConfigurationProperties("visavis.azure.acs.recording")
public record AcsRecordingSettings(
        @Nullable URI callback,
        @DefaultValue("asm.skype.com") List<String> filesFrom,
        @DefaultValue("15s") Duration fetchEvery,
        @DefaultValue("15m") Duration fetchWithin) {

    public AcsRecordingSettings {
        if (callback != null && !"https".equals(callback.getScheme())) {
            throw new IllegalArgumentException(
                    "visavis.azure.acs.recording.callback must be the https address of /azure/acs/calls");
        }
        filesFrom = List.copyOf(filesFrom);
    }
}
