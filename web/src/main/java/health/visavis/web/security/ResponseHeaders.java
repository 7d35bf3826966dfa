package health.visavis.web.security;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/// The headers of every answer: nothing inline, nothing from elsewhere, nothing kept by a cache (assets say
/// otherwise themselves), HSTS on TLS.
final class ResponseHeaders {

    private static final String CONTENT_SECURITY_POLICY = "Content-Security-Policy";

    private static final String PERMISSIONS_POLICY =
            "camera=(self), microphone=(self), display-capture=(self), speaker-selection=(self), fullscreen=(self), "
                    + "geolocation=(), payment=(), usb=(), serial=(), hid=(), browsing-topics=()";

    private ResponseHeaders() {}

    /// Signing out is a form of ours whose answer leads to the provider; browsers hold that way to
    /// `form-action` too.
    static void configure(HeadersConfigurer<HttpSecurity> headers, String formTargets) {
        withoutPolicy(headers);
        headers.addHeaderWriter((request, response) ->
                response.setHeader(CONTENT_SECURITY_POLICY, PagePolicy.of(request, formTargets)));
    }

    static void configure(HeadersConfigurer<HttpSecurity> headers) {
        withoutPolicy(headers);
        headers.addHeaderWriter(
                (request, response) -> response.setHeader(CONTENT_SECURITY_POLICY, PagePolicy.strict()));
    }

    private static void withoutPolicy(HeadersConfigurer<HttpSecurity> headers) {
        headers.permissionsPolicyHeader(policy -> policy.policy(PERMISSIONS_POLICY))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(policy -> policy.policy(CrossOriginResourcePolicy.SAME_ORIGIN));
    }
}
