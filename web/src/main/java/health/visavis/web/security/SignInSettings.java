package health.visavis.web.security;

import health.visavis.access.Role;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How claims become roles.
///
/// @param origin where the provider's pages are, such as `https://login.microsoftonline.com`; it is not asked for
///     it, so that the application starts while the provider is away
/// @param groupsClaim the claim that lists groups; Entra ID sends object ids, the local provider names
/// @param groups group → role
/// @param secondFactors values of `amr` (RFC 8176) or `acr` that mean a second factor was used; staff without
///     one are refused
@ConfigurationProperties("visavis.signin")
public record SignInSettings(
        URI origin,
        @DefaultValue("groups") String groupsClaim,
        @DefaultValue Map<String, Role> groups,

        @DefaultValue({"mfa", "otp", "hwk", "swk", "fpt", "face", "fido"})
        Set<String> secondFactors) {

    private static final Map<String, Role> LOCAL_GROUPS = Map.of(
            "visavis-patients", Role.PATIENT,
            "visavis-doctors", Role.DOCTOR,
            "visavis-nurses", Role.NURSE,
            "visavis-admins", Role.ADMIN);

    public SignInSettings {
        groups = groups.isEmpty() ? LOCAL_GROUPS : Map.copyOf(groups);
        secondFactors = Set.copyOf(secondFactors);
        Objects.requireNonNull(origin, "visavis.signin.origin: say where people sign in, with scheme and host");
        if (groups.containsValue(Role.SYSTEM) || groups.containsValue(Role.GUEST)) {
            throw new IllegalArgumentException("visavis.signin.groups: SYSTEM and GUEST come from no sign-in");
        }
    }
}
