package health.visavis.web.security;

import java.io.Serial;
import java.io.Serializable;
import java.security.Principal;
import java.time.Instant;
import java.util.UUID;

/// What a session keeps of a doctor or nurse who came by a sealed code. They are that person, with nothing of what the
/// person may do otherwise.
///
/// @param until when the session ends, whatever is going on
public record EmergencyIn(UUID person, Instant until) implements Principal, Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    @Override
    public String getName() {
        return person.toString();
    }
}
