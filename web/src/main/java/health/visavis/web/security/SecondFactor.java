package health.visavis.web.security;

import java.util.Set;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Values of claims of an id token that mean a second factor was used. One of one claim is enough.
///
/// @param amr how somebody signed in (RFC 8176)
/// @param acr how well (OpenID Connect Core, section 2)
/// @param acrs authentication contexts of Entra ID: a rule of Conditional Access stands behind each
public record SecondFactor(
        @DefaultValue({"mfa", "otp", "hwk", "swk", "fpt", "face", "fido"})
        Set<String> amr,

        @DefaultValue("mfa") Set<String> acr,
        @DefaultValue Set<String> acrs) {

    public SecondFactor {
        amr = Set.copyOf(amr);
        acr = Set.copyOf(acr);
        acrs = Set.copyOf(acrs);
    }
}
