package health.visavis.azure.acs;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The telephone of Azure Communication Services.
///
/// @param from our number in E.164 form, which telephones show; empty: nobody is rung
/// @param callback the address at which the service tells what becomes of a call: our own `/azure/acs/calls`, which
///     exists only with `visavis.azure.acs.news`
@ConfigurationProperties("visavis.azure.acs.phone")
public record AcsPhoneSettings(
        @DefaultValue("") String from, @Nullable URI callback) {

    public AcsPhoneSettings {
        if (!from.isEmpty() && !from.matches("\\+[1-9][0-9]{6,14}")) {
            throw new IllegalArgumentException("visavis.azure.acs.phone.from must be a number such as +12025550123");
        }
        if (!from.isEmpty() && (callback == null || !"https".equals(callback.getScheme()))) {
            throw new IllegalArgumentException(
                    "visavis.azure.acs.phone.callback must be the https address of /azure/acs/calls");
        }
    }
}
