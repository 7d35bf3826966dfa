package health.visavis.web.security;

import health.visavis.access.Role;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where people sign in and how claims become roles. What is right for a known provider stands in a preset, a file of
/// `signin/` that `visavis.signin.provider` names; each value of it can be set otherwise.
///
/// @param origin where the provider's pages are, such as `https://login.microsoftonline.com`; it is not asked for
///     it, so that the application starts while the provider is away
/// @param roleClaims the claims that list groups or roles; Entra ID sends object ids of groups, and app roles by name
/// @param groups what such a claim lists → role
/// @param secondFactor what says that a second factor was used; staff without one are refused
/// @param demand parameters of a sign-in request that make the provider ask for a second factor
/// @param clockSkew how far the provider's clock and ours may be apart
/// @param checkEvery after how long an open session is checked at the provider again: whose account is disabled there
///     is out within a third more than this. Zero: never
/// @param accountPage where people change how they sign in, for a link in their settings
/// @param patients a provider of the patients' own (registration `patients`); without it they come as staff do
@ConfigurationProperties("visavis.signin")
public record SignInSettings(
        URI origin,
        @DefaultValue("groups") List<String> roleClaims,
        @DefaultValue Map<String, Role> groups,
        @DefaultValue SecondFactor secondFactor,
        @DefaultValue Map<String, String> demand,
        @DefaultValue("1m") Duration clockSkew,
        @DefaultValue("45s") Duration checkEvery,
        @Nullable URI accountPage,
        @Nullable Patients patients) {

    /// Whoever comes by it is a patient and nothing else, whatever the token says: staff are not made by those who let
    /// anybody sign up.
    ///
    /// @param origin as for staff
    public record Patients(URI origin) {

        public Patients {
            Objects.requireNonNull(origin, "visavis.signin.patients.origin: say where patients sign in");
        }
    }

    static final String REGISTRATION = "visavis";
    static final String PATIENTS_REGISTRATION = "patients";

    /// RFC 7519, section 4.1.4: usually no more than a few minutes.
    private static final Duration LARGEST_SKEW = Duration.ofMinutes(5);

    private static final Set<Role> FROM_NO_SIGN_IN = Set.of(Role.SYSTEM, Role.GUEST, Role.EMERGENCY);

    private static final Map<String, Role> LOCAL_GROUPS = Map.of(
            "visavis-patients", Role.PATIENT,
            "visavis-doctors", Role.DOCTOR,
            "visavis-nurses", Role.NURSE,
            "visavis-admins", Role.ADMIN);

    public SignInSettings {
        Objects.requireNonNull(origin, "visavis.signin.origin: say where people sign in, with scheme and host");
        roleClaims = List.copyOf(roleClaims);
        groups = groups.isEmpty() ? LOCAL_GROUPS : Map.copyOf(groups);
        demand = Map.copyOf(demand);
        if (!Collections.disjoint(groups.values(), FROM_NO_SIGN_IN)) {
            throw new IllegalArgumentException(
                    "visavis.signin.groups: SYSTEM, GUEST and EMERGENCY come from no sign-in");
        }
        if (clockSkew.isNegative() || clockSkew.compareTo(LARGEST_SKEW) > 0) {
            throw new IllegalArgumentException("visavis.signin.clock-skew: not more than 5 minutes");
        }
    }

    /// Of patients at a provider of their own no second factor is asked.
    Map<String, String> demandOf(String registration) {
        return registration.equals(REGISTRATION) ? demand : Map.of();
    }

    /// Where whoever wants a page begins to sign in: at the provider, or where it is asked which of two.
    String start() {
        return patients == null ? "/oauth2/authorization/" + REGISTRATION : "/sign-in";
    }

    /// Where forms may lead to besides this site, as a source list of a content security policy.
    String formTargets() {
        return patients == null ? origin.toString() : origin + " " + patients.origin();
    }
}
