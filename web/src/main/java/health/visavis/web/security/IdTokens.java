package health.visavis.web.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;

/// Which id tokens are believed: signed for us, by the provider, and just now. Clocks may be apart by as much as the
/// settings say, in either direction.
final class IdTokens {

    /// Entra ID dates its tokens back by this much, for the sake of whose clock is late.
    private static final Duration DATED_BACK = Duration.ofMinutes(5);

    private final Clock clock;
    private final Duration skew;
    private final Duration longest;

    /// @param longest how old the sign-in at the provider may be that a token tells of
    IdTokens(Clock clock, Duration skew, Duration longest) {
        this.clock = clock;
        this.skew = skew;
        this.longest = longest;
    }

    JwtDecoderFactory<ClientRegistration> decoders() {
        var decoders = new OidcIdTokenDecoderFactory();
        decoders.setJwtValidatorFactory(this::validator);
        return decoders;
    }

    OAuth2TokenValidator<Jwt> validator(ClientRegistration registration) {
        var standard = new OidcIdTokenValidator(registration);
        standard.setClock(clock);
        standard.setClockSkew(skew);
        var lifetime = new JwtTimestampValidator(skew);
        lifetime.setClock(clock);
        return new DelegatingOAuth2TokenValidator<>(lifetime, standard, this::isOfNow);
    }

    /// OpenID Connect Core, section 3.1.3.7, steps 10 and 13.
    private OAuth2TokenValidatorResult isOfNow(Jwt token) {
        var now = clock.instant();
        if (liesBefore(token.getIssuedAt(), now.minus(skew).minus(DATED_BACK))) {
            return refused("iat");
        }
        var signedInAt = token.getClaimAsInstant("auth_time");
        return liesBefore(signedInAt, now.minus(skew).minus(longest)) || liesAfter(signedInAt, now.plus(skew))
                ? refused("auth_time")
                : OAuth2TokenValidatorResult.success();
    }

    private static boolean liesBefore(@Nullable Instant time, Instant bound) {
        return time != null && time.isBefore(bound);
    }

    private static boolean liesAfter(@Nullable Instant time, Instant bound) {
        return time != null && time.isAfter(bound);
    }

    private static OAuth2TokenValidatorResult refused(String claim) {
        return OAuth2TokenValidatorResult.failure(
                new OAuth2Error("invalid_id_token", claim + " is too far away", null));
    }
}
