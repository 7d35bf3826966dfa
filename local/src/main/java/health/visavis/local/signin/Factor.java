package health.visavis.local.signin;

import java.time.Instant;
import java.util.Collection;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;

/// What a person has proven, and when.
enum Factor {
    PASSWORD,
    ONE_TIME_CODE,
    RECOVERY_CODE,
    /// Held by the device, and opened with a finger, a face or a number: two factors in one.
    PASSKEY;

    GrantedAuthority provenAt(Instant time) {
        return FactorGrantedAuthority.withAuthority(authority()).issuedAt(time).build();
    }

    boolean isAmong(Collection<? extends GrantedAuthority> authorities) {
        return authorities.stream().anyMatch(granted -> authority().equals(granted.getAuthority()));
    }

    private String authority() {
        return "FACTOR_" + name();
    }
}
