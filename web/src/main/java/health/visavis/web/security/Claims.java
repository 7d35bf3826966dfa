package health.visavis.web.security;

import health.visavis.access.Role;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
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
        settings.roleClaims().stream()
                .flatMap(claim -> strings(token, claim).stream())
                .forEach(group -> {
                    var role = settings.groups().get(group);
                    if (role != null) {
                        roles.add(role);
                    }
                });
        return roles;
    }

    /// Entra ID names no group at all when there are more than it puts into a token, 200: it says where they could be
    /// asked for (`_claim_names`), or only that there are some (`hasgroups`).
    boolean leavesGroupsOut(OidcIdToken token) {
        var elsewhere = token.getClaims().get("_claim_names") instanceof Map<?, ?> names
                && settings.roleClaims().stream().anyMatch(names::containsKey);
        return elsewhere || "true".equals(String.valueOf(token.getClaims().get("hasgroups")));
    }

    boolean usedSecondFactor(OidcIdToken token) {
        var wanted = settings.secondFactor();
        return has(token, "amr", wanted.amr()) || has(token, "acr", wanted.acr()) || has(token, "acrs", wanted.acrs());
    }

    private static boolean has(OidcIdToken token, String claim, Set<String> wanted) {
        return strings(token, claim).stream().anyMatch(wanted::contains);
    }

    private static Collection<String> strings(OidcIdToken token, String claim) {
        return switch (token.getClaims().get(claim)) {
            case String one -> List.of(one);
            case Collection<?> many -> many.stream().map(String::valueOf).toList();
            case null, default -> List.of();
        };
    }
}
