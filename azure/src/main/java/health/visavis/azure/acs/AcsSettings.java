package health.visavis.azure.acs;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The resources of Azure Communication Services and how patient we are with them. There is no key here and no
/// connection string: the resources take tokens of Entra only.
///
/// @param endpoint the resource that visits are held on
/// @param secondEndpoint another resource, in another place: the next rung when the first fails
/// @param smsFrom our number in E.164 form; empty: no SMS
/// @param mailFrom our address in a domain that is linked to the resource; empty: no mail
/// @param connectWithin for one connection
/// @param answerWithin for one answer
/// @param retries after the first attempt; a request that is repeated is recognised, where the service can
/// @param pause before the first repetition; it doubles, with chance
/// @param longestPause a service that asks for a longer one is not waited for
/// @param patience for everything that one call of an engine needs, repetitions included
/// @param sweepEvery how often users are looked for that nobody needs any more; zero: never
@ConfigurationProperties("visavis.azure.acs")
public record AcsSettings(
        @Nullable URI endpoint,
        @Nullable URI secondEndpoint,
        @DefaultValue("") String smsFrom,
        @DefaultValue("") String mailFrom,
        @DefaultValue("1s") Duration connectWithin,
        @DefaultValue("2s") Duration answerWithin,
        @DefaultValue("2") int retries,
        @DefaultValue("200ms") Duration pause,
        @DefaultValue("1s") Duration longestPause,
        @DefaultValue("4s") Duration patience,
        @DefaultValue("5m") Duration sweepEvery) {

    public AcsSettings {
        check("endpoint", endpoint);
        check("second-endpoint", secondEndpoint);
        if (retries < 0 || retries > 5) {
            throw new IllegalArgumentException("visavis.azure.acs.retries must be between 0 and 5");
        }
    }

    private static void check(String name, @Nullable URI address) {
        if (address != null
                && (!"https".equals(address.getScheme())
                        || address.getHost() == null
                        || address.getQuery() != null
                        || address.getUserInfo() != null)) {
            throw new IllegalArgumentException(
                    "visavis.azure.acs." + name + " must be an https address and nothing else");
        }
    }
}
