package health.visavis.azure.entra;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where tokens come from. A cluster with workload identity puts tenant, client and token file into the
/// environment itself; what is empty here is read from there.
///
/// @param authority the issuer's host
/// @param client of the identity; with a managed one, empty means the one that belongs to the application itself
/// @param tokenFile a file with the assertion that the cluster renews
@ConfigurationProperties("visavis.azure.entra")
public record EntraSettings(
        @DefaultValue("https://login.microsoftonline.com/") URI authority,
        @DefaultValue("") String tenant,
        @DefaultValue("") String client,
        @DefaultValue("") String tokenFile,
        @DefaultValue Managed managed) {

    public EntraSettings {
        if (!"https".equals(authority.getScheme())) {
            throw new IllegalArgumentException("visavis.azure.entra.authority must be an https address");
        }
    }

    boolean isMicrosofts() {
        return authority.getHost().endsWith(".microsoftonline.com")
                || authority.getHost().endsWith(".microsoftonline.us");
    }

    /// What App Service and Container Apps tell of the managed identity of what they run: `IDENTITY_ENDPOINT` and
    /// `IDENTITY_HEADER`. Both are empty elsewhere.
    ///
    /// @param header the value that proves that the asker is what they run
    public record Managed(
            @DefaultValue("") String endpoint,
            @DefaultValue("") String header) {

        public static final Managed NONE = new Managed("", "");

        boolean isOffered() {
            return !endpoint.isEmpty();
        }

        @Override
        public String toString() {
            return "Managed[endpoint=" + endpoint + ", header=[REDACTED]]";
        }
    }
}
