package health.visavis.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.jwt.Jwt;

class IdTokensTest {

    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
    private static final ClientRegistration US = ClientRegistration.withRegistrationId("visavis")
            .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
            .clientId("visavis")
            .redirectUri("http://localhost/back")
            .authorizationUri("https://login.example.org/authorize")
            .tokenUri("https://login.example.org/token")
            .issuerUri("https://login.example.org")
            .build();

    /// Minutes by which the provider's clock is ahead of ours. The token is good for an hour.
    @ParameterizedTest
    @ValueSource(ints = {-5, -1, 0, 1})
    void clocksMayBeALittleApart(int minutes) {
        assertThat(isBelieved(issuedAt(NOW.plusSeconds(60L * minutes)))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {-10, -7, 2, 10})
    void clocksThatAreFartherApartAreRefusedInBothDirections(int minutes) {
        assertThat(isBelieved(issuedAt(NOW.plusSeconds(60L * minutes)))).isFalse();
    }

    @Test
    void aSignInAtTheProviderThatIsOlderThanASessionMayBeBeginsNone() {
        assertThat(isBelieved(issuedAt(NOW).claim("auth_time", NOW.minus(Duration.ofHours(11)))))
                .isTrue();
        assertThat(isBelieved(issuedAt(NOW).claim("auth_time", NOW.minus(Duration.ofHours(13)))))
                .isFalse();
        assertThat(isBelieved(issuedAt(NOW).claim("auth_time", NOW.plus(Duration.ofMinutes(10)))))
                .isFalse();
    }

    @Test
    void aTokenThatIsOverOrForAnotherIsRefused() {
        assertThat(isBelieved(issuedAt(NOW.minusSeconds(240)).expiresAt(NOW.minusSeconds(61))))
                .isFalse();
        assertThat(isBelieved(issuedAt(NOW).audience(List.of("another")))).isFalse();
        assertThat(isBelieved(issuedAt(NOW).issuer("https://login.example.com")))
                .isFalse();
    }

    private static boolean isBelieved(Jwt.Builder token) {
        return !new IdTokens(Clock.fixed(NOW, ZoneOffset.UTC), Duration.ofMinutes(1), Duration.ofHours(12))
                .validator(US)
                .validate(token.build())
                .hasErrors();
    }

    private static Jwt.Builder issuedAt(Instant time) {
        return Jwt.withTokenValue("not-a-token")
                .header("alg", "RS256")
                .issuer("https://login.example.org")
                .subject("somebody")
                .audience(List.of("visavis"))
                .issuedAt(time)
                .expiresAt(time.plus(Duration.ofHours(1)));
    }
}
