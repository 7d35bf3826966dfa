package health.visavis.web.security;

import health.visavis.access.Passage.Reason;
import health.visavis.access.Role;
import health.visavis.kernel.ClinicianId;
import health.visavis.kernel.PatientId;
import health.visavis.people.FindIdentity;
import health.visavis.people.SignedInPerson;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/// From an id token to a person. Groups give roles, the invitation gave the person; staff without a second
/// factor do not get in, nor does anybody whose groups the provider keeps to itself.
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
        return signedIn(request.getIdToken(), request.getClientRegistration().getRegistrationId());
    }

    /// Whoever comes by the patients' own provider is a patient, whatever the token says.
    Set<Role> roles(OidcIdToken token, String registration) {
        return registration.equals(SignInSettings.PATIENTS_REGISTRATION) ? Set.of(Role.PATIENT) : claims.roles(token);
    }

    SignedIn signedIn(OidcIdToken token, String registration) {
        var roles = roles(token, registration);
        if (roles.isEmpty() && claims.leavesGroupsOut(token)) {
            throw new SignInRefused(SignedIn.ofNobody(token, roles), Reason.GROUPS_LEFT_OUT);
        }
        if (isStaff(roles) && !claims.usedSecondFactor(token)) {
            throw new SignInRefused(SignedIn.ofNobody(token, roles), Reason.SECOND_FACTOR_MISSING);
        }
        var found = findIdentity.find(
                Objects.requireNonNull(token.getIssuer()).toString(), Objects.requireNonNull(token.getSubject()));
        return new SignedIn(
                token,
                found.map(person -> person.person().id().value()).orElse(null),
                patient(found, roles.contains(Role.PATIENT))
                        .map(PatientId::value)
                        .orElse(null),
                clinician(found, isStaff(roles)).map(ClinicianId::value).orElse(null),
                roles);
    }

    private static boolean isStaff(Set<Role> roles) {
        return roles.stream().anyMatch(role -> role != Role.PATIENT);
    }

    private static Optional<PatientId> patient(Optional<SignedInPerson> person, boolean asPatient) {
        return asPatient ? person.flatMap(SignedInPerson::patient) : Optional.empty();
    }

    private static Optional<ClinicianId> clinician(Optional<SignedInPerson> person, boolean asStaff) {
        return asStaff ? person.flatMap(SignedInPerson::clinician) : Optional.empty();
    }
}
