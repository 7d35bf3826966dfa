package health.visavis.keys;

import java.time.Duration;
import java.util.List;

/// What there is of keys, and nothing that a key is made of.
///
/// @param current name and version of the key that wraps now
/// @param versions which are not revoked, the first seen first
/// @param destroyed data keys of patients whose content was destroyed
/// @param cacheBound at most so many unwrapped data keys are in the memory of one instance
/// @param cacheLifetime each for at most so long
public record KeyStanding(
        String current, List<Version> versions, long destroyed, int cacheBound, Duration cacheLifetime) {

    /// @param dataKeys how many it has wrapped that are kept
    public record Version(String keyId, long dataKeys) {}

    public KeyStanding {
        versions = List.copyOf(versions);
    }

    /// Versions before the current one that have wrapped nothing that is in use.
    public List<String> unused() {
        return versions.stream()
                .filter(version -> version.dataKeys() == 0 && !version.keyId().equals(current))
                .map(Version::keyId)
                .toList();
    }
}
