package health.visavis.web.layout;

import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The clinic as its pages introduce it: `visavis.clinic.*`. People who are lost on a page call this number.
@ConfigurationProperties("visavis.clinic")
public record Clinic(
        @DefaultValue("Visavis Clinic") String name,
        @DefaultValue("+1 555 0100") String phone,
        @DefaultValue("911") String emergency,
        @DefaultValue("America/New_York") ZoneId zone) {

    /// For `tel:` links.
    public String dial() {
        return phone.replaceAll("[^+0-9]", "");
    }
}
