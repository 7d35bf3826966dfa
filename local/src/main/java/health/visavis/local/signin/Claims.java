package health.visavis.local.signin;

import health.visavis.local.signin.store.Accounts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.oidc.StandardClaimNames;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/// Says in each token who this is and how it was proven (RFC 8176). Read from the account each time: a group
/// that was taken away is gone with the next token, and a disabled account gets none.
final class Claims implements OAuth2TokenCustomizer<JwtEncodingContext> {

    private final Accounts accounts;

    Claims(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public void customize(JwtEncodingContext context) {
        Authentication principal = Objects.requireNonNull(context.getPrincipal());
        var account = accounts.withId(UUID.fromString(principal.getName()))
                .orElseThrow(() -> new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT));
        var methods = methods(principal.getAuthorities());
        context.getClaims()
                .claim("groups", listOf(account.groupClaims().stream().sorted().toArray(String[]::new)))
                .claim("amr", listOf(methods))
                .claim("acr", methods.length > 1 ? "mfa" : "pwd")
                .claim(StandardClaimNames.PREFERRED_USERNAME, account.name())
                .claim(StandardClaimNames.NAME, account.displayName());
    }

    /// RFC 8176, section 2: a passkey is proof of possession, after a test that the person is there.
    private static String[] methods(Collection<? extends GrantedAuthority> proven) {
        if (Factor.PASSKEY.isAmong(proven)) {
            return new String[] {"pop", "user", "mfa"};
        }
        return Factor.ONE_TIME_CODE.isAmong(proven) || Factor.RECOVERY_CODE.isAmong(proven)
                ? new String[] {"pwd", "otp", "mfa"}
                : new String[] {"pwd"};
    }

    /// The stored form of a token names the class of each list, and only plain ones are read back.
    private static List<String> listOf(String... values) {
        return new ArrayList<>(List.of(values));
    }
}
