package health.visavis.azure.acs.news;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// From whom we take news. Without an audience nobody is listened to and the addresses do not exist.
///
/// @param issuer the issuer of Event Grid's tokens: our tenant at Entra,
/// `https://login.microsoftonline.com/TENANT/v2.0`
/// @param keys where that issuer publishes its keys
/// @param audience the application that the subscription names
/// @param subscription the one subscription whose handshake is answered
/// @param callIssuer who signs the callbacks of Call Automation
/// @param callKeys where those keys are: `jwks_uri` of that issuer's `/calling/.well-known/acsopenidconfiguration`
/// @param callAudience the immutable id of our resource
@ConfigurationProperties("visavis.azure.acs.news")
public record NewsSettings(
        @DefaultValue("") String issuer,
        URI keys,
        @DefaultValue("") String audience,
        @DefaultValue("visavis") String subscription,

        @DefaultValue("https://acscallautomation.communication.azure.com")
        String callIssuer,

        URI callKeys,
        @DefaultValue("") String callAudience) {

    public NewsSettings {
        if (issuer.isEmpty() || audience.isEmpty() || callAudience.isEmpty()) {
            throw new IllegalArgumentException(
                    "visavis.azure.acs.news needs issuer, audience and call-audience: news from anybody is no news");
        }
    }
}
