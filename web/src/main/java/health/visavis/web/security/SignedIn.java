package health.visavis.web.security;

import health.visavis.access.Proof;
import health.visavis.access.Role;
import java.io.Serial;
import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/// What a session keeps of a sign-in: ids and roles. The id token stays only because signing out at the
/// provider asks for it as a hint.
///
/// @param person null when this sign-in is linked to nobody yet
/// @param actingFor the patient for whom this browser acts now; null for the person themselves
public record SignedIn(
        OidcIdToken idToken,
        @Nullable UUID person,
        @Nullable UUID patient,
        @Nullable UUID clinician,
        Set<Role> roles,
        @Nullable UUID actingFor)
        implements OidcUser, Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    public SignedIn(
            OidcIdToken idToken,
            @Nullable UUID person,
            @Nullable UUID patient,
            @Nullable UUID clinician,
            Set<Role> roles) {
        this(idToken, person, patient, clinician, roles, null);
    }

    SignedIn actingFor(@Nullable UUID other) {
        return new SignedIn(idToken, person, patient, clinician, roles, other);
    }

    static SignedIn ofNobody(OidcIdToken token, Set<Role> roles) {
        return new SignedIn(token, null, null, null, roles);
    }

    @Override
    public String getName() {
        return person == null ? subject() : person.toString();
    }

    /// Required in every id token: OpenID Connect Core, section 2.
    String issuer() {
        return Objects.requireNonNull(idToken.getIssuer()).toString();
    }

    String subject() {
        return Objects.requireNonNull(idToken.getSubject());
    }

    /// A provider that does not say when leaves it open: a token of now may stand for a sign-in of this morning.
    Proof proof() {
        var at = idToken.getAuthenticatedAt();
        return at == null ? Proof.NEVER : new Proof(at);
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return person == null
                ? List.of()
                : roles.stream()
                        .map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                        .toList();
    }

    @Override
    public Map<String, Object> getAttributes() {
        return idToken.getClaims();
    }

    @Override
    public Map<String, Object> getClaims() {
        return idToken.getClaims();
    }

    @Override
    public @Nullable OidcUserInfo getUserInfo() {
        return null;
    }

    @Override
    public OidcIdToken getIdToken() {
        return idToken;
    }
}
