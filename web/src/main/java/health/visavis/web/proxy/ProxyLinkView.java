package health.visavis.web.proxy;

import health.visavis.proxy.AcceptProxy;
import org.jspecify.annotations.Nullable;

/// The pages behind a link.
public final class ProxyLinkView {

    private ProxyLinkView() {}

    /// @param name as whom the link was made for
    public record Welcome(String path, String name) {

        @Override
        public String toString() {
            return "Welcome[REDACTED]";
        }
    }

    /// @param next where a sign-in is made, or linked
    public record Account(String next) {

        @Override
        public String toString() {
            return "Account[REDACTED]";
        }
    }

    /// @param waits whether it will, once a second person of the clinic has agreed
    public record Nothing(boolean waits) {

        public String key() {
            return waits ? "waiting" : "nothing";
        }
    }

    /// @param refusal ends the key of why it was not taken up
    public record Asked(
            String path, AcceptProxy.Asked asked, @Nullable String refusal) {

        @Override
        public String toString() {
            return "Asked[REDACTED]";
        }
    }
}
