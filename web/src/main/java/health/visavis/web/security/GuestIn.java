package health.visavis.web.security;

import java.io.Serial;
import java.io.Serializable;
import java.security.Principal;
import java.util.UUID;

/// What a session keeps of a guest: somebody without an account who has opened the link to one visit. What they may do
/// is asked anew for every act.
public record GuestIn(UUID guest, UUID visit, String calledName) implements Principal, Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    @Override
    public String getName() {
        return guest.toString();
    }

    @Override
    public String toString() {
        return "GuestIn[" + guest + "]";
    }
}
