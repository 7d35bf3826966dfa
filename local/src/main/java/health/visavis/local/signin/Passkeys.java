package health.visavis.local.signin;

import health.visavis.local.signin.domain.Account;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;

/// Passkeys (Web Authentication, level 3). The device asks for a finger, a face or a number before it signs, so one is
/// two factors, and it signs for this address only: nobody can be talked out of it.
final class Passkeys {

    private static final Logger LOG = LoggerFactory.getLogger(Passkeys.class);

    private final PasskeyOwners owners;
    private final UserCredentialRepository credentials;
    private final Webauthn4JRelyingPartyOperations operations;

    Passkeys(PasskeyOwners owners, UserCredentialRepository credentials, URI issuer) {
        this.owners = owners;
        this.credentials = credentials;
        this.operations = new Webauthn4JRelyingPartyOperations(
                owners,
                credentials,
                PublicKeyCredentialRpEntity.builder()
                        .id(issuer.getHost())
                        .name("Visavis")
                        .build(),
                Set.of(issuer.toString()));
        operations.setCustomizeCreationOptions(
                options -> options.authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .residentKey(ResidentKeyRequirement.REQUIRED)
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .build()));
        operations.setCustomizeRequestOptions(
                options -> options.userVerification(UserVerificationRequirement.REQUIRED));
    }

    /// Passkeys belong to names: on the address of a local network there are none.
    static boolean possibleAt(URI issuer) {
        return !issuer.getHost().matches("[0-9.]+|\\[.*]");
    }

    List<CredentialRecord> of(UUID account) {
        return credentials.findByUserId(PasskeyOwners.handle(account));
    }

    PublicKeyCredentialCreationOptions offer(Authentication signedIn) {
        return operations.createPublicKeyCredentialCreationOptions(
                new ImmutablePublicKeyCredentialCreationOptionsRequest(signedIn));
    }

    /// False when the device's answer does not hold.
    boolean register(PublicKeyCredentialCreationOptions offer, RelyingPartyPublicKey answer) {
        try {
            operations.registerCredential(new ImmutableRelyingPartyRegistrationRequest(offer, answer));
            return true;
        } catch (RuntimeException notBelieved) {
            LOG.info("A passkey was not taken: {}", notBelieved.getClass().getSimpleName());
            return false;
        }
    }

    void remove(UUID account, String id) {
        of(account).stream()
                .map(CredentialRecord::getCredentialId)
                .filter(each -> each.toBase64UrlString().equals(id))
                .forEach(credentials::delete);
    }

    PublicKeyCredentialRequestOptions challenge() {
        return operations.createCredentialRequestOptions(new ImmutablePublicKeyCredentialRequestOptionsRequest(null));
    }

    /// Whose passkey has answered the challenge.
    Optional<Account> prove(
            @Nullable PublicKeyCredentialRequestOptions challenge,
            PublicKeyCredential<AuthenticatorAssertionResponse> answer) {
        if (challenge == null) {
            return Optional.empty();
        }
        try {
            var owner = operations.authenticate(new RelyingPartyAuthenticationRequest(challenge, answer));
            return owners.account(owner.getId());
        } catch (RuntimeException notBelieved) {
            LOG.info("A passkey was refused: {}", notBelieved.getClass().getSimpleName());
            return Optional.empty();
        }
    }
}
