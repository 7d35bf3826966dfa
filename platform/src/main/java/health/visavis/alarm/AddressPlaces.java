package health.visavis.alarm;

import health.visavis.alarm.domain.Place;
import java.util.Optional;

/// Where on the earth a network address is, roughly.
public interface AddressPlaces {

    /// Empty for an address that nobody knows the place of: a network of one's own, or none at all.
    Optional<Place> of(String address);
}
