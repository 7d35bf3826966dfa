package health.visavis.web.session;

import java.util.List;

/// Where somebody is signed in.
///
/// @param here the session that looks
public record SessionsView(List<OpenSession> sessions, String here) {

    public boolean isThis(OpenSession session) {
        return session.id().equals(here);
    }
}
