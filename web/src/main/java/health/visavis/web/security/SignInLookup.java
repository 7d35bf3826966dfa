package health.visavis.web.security;

import health.visavis.access.Role;
import health.visavis.kernel.ClinicianId;
import health.visavis.kernel.PatientId;
import health.visavis.people.FindIdentity;
import health.visavis.people.SignedInPerson;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/// From an id token to a person. Groups give roles, the invitation gave the person; staff without a second
/// factor do not get in.
@Component
class SignInLookup implements OAuth2UserService<OidcUserRequest, OidcUser> {

    private final Claims claims;
    private final FindIdentity findIdentity;

    SignInLookup(SignInSettings settings, FindIdentity findIdentity) {
        this.claims = new Claims(settings);
        this.findIdentity = findIdentity;
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        return signedIn(request.getIdToken());
    }

    SignedIn signedIn(OidcIdToken token) {
        var roles = claims.roles(token);
        var staff = EnumSet.noneOf(Role.class);
        staff.addAll(roles);
        staff.remove(Role.PATIENT);
        if (!staff.isEmpty() && !claims.usedSecondFactor(token)) {
            throw new SecondFactorMissing(new SignedIn(token, null, null, null, roles));
        }
        var found = findIdentity.find(
                Objects.requireNonNull(token.getIssuer()).toString(), Objects.requireNonNull(token.getSubject()));
        return new SignedIn(
                token,
                found.map(person -> person.person().id().value()).orElse(null),
                patient(found, roles.contains(Role.PATIENT))
                        .map(PatientId::value)
                        .orElse(null),
                clinician(found, !staff.isEmpty()).map(ClinicianId::value).orElse(null),
                roles);
    }

    private static Optional<PatientId> patient(Optional<SignedInPerson> person, boolean asPatient) {
        return asPatient ? person.flatMap(SignedInPerson::patient) : Optional.empty();
    }

    private static Optional<ClinicianId> clinician(Optional<SignedInPerson> person, boolean asStaff) {
        return asStaff ? person.flatMap(SignedInPerson::clinician) : Optional.empty();
    }
}
