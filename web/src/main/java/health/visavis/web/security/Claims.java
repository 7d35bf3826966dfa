package health.visavis.web.security;

import health.visavis.access.Role;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;

/// Reads roles and the second factor from an id token.
final class Claims {

    private final SignInSettings settings;

    Claims(SignInSettings settings) {
        this.settings = settings;
    }

    Set<Role> roles(OidcIdToken token) {
        var roles = EnumSet.noneOf(Role.class);
        strings(token, settings.groupsClaim()).forEach(group -> {
            var role = settings.groups().get(group);
            if (role != null) {
                roles.add(role);
            }
        });
        return roles;
    }

    boolean usedSecondFactor(OidcIdToken token) {
        return strings(token, "amr").stream().anyMatch(settings.secondFactors()::contains)
                || strings(token, "acr").stream().anyMatch(settings.secondFactors()::contains);
    }

    private static Collection<String> strings(OidcIdToken token, String claim) {
        return switch (token.getClaims().get(claim)) {
            case String one -> List.of(one);
            case Collection<?> many -> many.stream().map(String::valueOf).toList();
            case null, default -> List.of();
        };
    }
}
