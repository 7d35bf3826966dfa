package health.visavis.azure.entra;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where tokens come from. A cluster with workload identity puts tenant, client and token file into the
/// environment itself; what is empty here is read from there.
///
/// @param authority the issuer's host
/// @param tokenFile a file with the assertion that the cluster renews
@ConfigurationProperties("visavis.azure.entra")
public record EntraSettings(
        @DefaultValue("https://login.microsoftonline.com/") URI authority,
        @DefaultValue("") String tenant,
        @DefaultValue("") String client,
        @DefaultValue("") String tokenFile) {

    public EntraSettings {
        if (!"https".equals(authority.getScheme())) {
            throw new IllegalArgumentException("visavis.azure.entra.authority must be an https address");
        }
    }

    boolean isMicrosofts() {
        return authority.getHost().endsWith(".microsoftonline.com")
                || authority.getHost().endsWith(".microsoftonline.us");
    }
}
