package health.visavis.notification;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param site address of the site, for links
/// @param organizer mail address that invitations come from
/// @param every how often the letters that are due are sent; zero: not by itself
/// @param linksEvery how often the links of visits that begin soon are tried; zero: never
@ConfigurationProperties("visavis.notification")
public record NotificationSettings(
        @DefaultValue("http://localhost:8080") URI site,
        @DefaultValue("no-reply@visavis.invalid") String organizer,
        @DefaultValue("2s") Duration every,
        @DefaultValue("1m") Duration linksEvery) {

    public String link(String path) {
        return site.toString().replaceAll("/+$", "") + path;
    }
}
