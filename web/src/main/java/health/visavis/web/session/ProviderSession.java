package health.visavis.web.session;

import org.jspecify.annotations.Nullable;

/// The sign-in at a provider that a session came from.
///
/// @param registration the provider, as the settings name it
/// @param sid the provider's name for it, where it has one
/// @param refreshToken by which the provider can be asked whether it still stands
public record ProviderSession(
        String sessionId,
        String registration,
        String issuer,
        String subject,
        @Nullable String sid,
        @Nullable String refreshToken) {

    @Override
    public String toString() {
        return "ProviderSession[" + registration + "]";
    }
}
