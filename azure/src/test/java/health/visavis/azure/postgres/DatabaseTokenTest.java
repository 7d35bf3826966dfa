package health.visavis.azure.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import health.visavis.MutableClock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class DatabaseTokenTest {

    private final MutableClock clock = new MutableClock();
    private final Identity identity = new Identity();
    private final DatabaseToken token = new DatabaseToken(identity, clock);

    @Test
    void itIsKeptUntilFiveMinutesBeforeItEnds() {
        assertThat(token.value()).isEqualTo("token 1");

        clock.advance(Duration.ofMinutes(54));
        assertThat(token.value()).isEqualTo("token 1");

        clock.advance(Duration.ofMinutes(2));
        assertThat(token.value()).isEqualTo("token 2");
        assertThat(token.value()).isEqualTo("token 2");
    }

    @Test
    void whileItIsGoodAFailureToRenewItCostsNothing() {
        token.value();
        clock.advance(Duration.ofMinutes(58));
        identity.away = true;

        assertThat(token.value()).isEqualTo("token 1");

        identity.away = false;
        assertThat(token.value()).isEqualTo("token 2");
    }

    @Test
    void oneThatHasEndedIsNotUsed() {
        token.value();
        clock.advance(Duration.ofMinutes(61));
        identity.away = true;

        assertThatThrownBy(token::value).isInstanceOf(IllegalStateException.class);
    }

    private final class Identity implements TokenCredential {

        private int given;
        private boolean away;

        @Override
        public Mono<AccessToken> getToken(TokenRequestContext request) {
            return away
                    ? Mono.error(new IllegalStateException("Entra is away"))
                    : Mono.just(new AccessToken(
                            "token " + ++given,
                            clock.instant().plus(Duration.ofHours(1)).atOffset(ZoneOffset.UTC)));
        }
    }
}
