package health.visavis.proxy;

import health.visavis.proxy.domain.Majority;
import health.visavis.proxy.domain.ProxyRules;
import java.time.Duration;
import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param majority the age at which a child is grown up where the clinic is: 18 in most states, 19 in Alabama and
///     Nebraska, 21 in Mississippi and Puerto Rico
/// @param longest how long an adult may let somebody act for them at once, such as `1y`
/// @param most how many may act for one patient, those included who were asked and have not answered
/// @param answerWithin how long the link of an invitation is good
@ConfigurationProperties("visavis.proxy")
record ProxySettings(
        @DefaultValue("18") int majority,
        @DefaultValue("1y") Period longest,
        @DefaultValue("6") int most,
        @DefaultValue("14d") Duration answerWithin) {

    ProxySettings {
        if (most < 1 || !answerWithin.isPositive()) {
            throw new IllegalArgumentException("visavis.proxy: somebody may act, and has time to answer");
        }
        new ProxyRules(new Majority(majority), longest);
    }

    ProxyRules rules() {
        return new ProxyRules(new Majority(majority), longest);
    }
}
