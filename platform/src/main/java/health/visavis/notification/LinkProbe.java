package health.visavis.notification;

import java.net.URI;
import java.util.Optional;

/// Opens a link from outside, as a stranger would who clicks on it.
interface LinkProbe {

    /// Empty when it leads to the sign-in.
    Optional<LinkTrouble> open(URI link);
}
