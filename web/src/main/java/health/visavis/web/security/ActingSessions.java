package health.visavis.web.security;

import static org.springframework.security.web.context.HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY;

import health.visavis.kernel.PatientId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.stereotype.Component;

/// Keeps for whom a browser acts, in its session and nowhere else. Whether it may is asked anew for every act.
@Component
public class ActingSessions {

    private final HttpSessionCsrfTokenRepository formTokens = new HttpSessionCsrfTokenRepository();

    /// Forms that were drawn before are refused from now on: what somebody wrote for one patient in another tab would
    /// be done for the other.
    ///
    /// @param patient null: for oneself
    public void actFor(HttpServletRequest request, HttpServletResponse response, @Nullable PatientId patient) {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof OAuth2AuthenticationToken token
                && token.getPrincipal() instanceof SignedIn signedIn) {
            var acting = signedIn.actingFor(patient == null ? null : patient.value());
            var context = new SecurityContextImpl(new OAuth2AuthenticationToken(
                    acting, acting.getAuthorities(), token.getAuthorizedClientRegistrationId()));
            SecurityContextHolder.setContext(context);
            request.getSession(true).setAttribute(SPRING_SECURITY_CONTEXT_KEY, context);
            formTokens.saveToken(null, request, response);
        }
    }

    /// Whether this browser acts for somebody now, who may have taken it back.
    public boolean acts() {
        return CurrentActor.signedIn(SecurityContextHolder.getContext().getAuthentication())
                .filter(signedIn -> signedIn.actingFor() != null)
                .isPresent();
    }
}
