package health.visavis.keys;

import health.visavis.keys.DataKeys.StoredKey;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// Wraps with the current version what an earlier one has wrapped. The data keys stay what they are, so nothing that is
/// sealed is touched and nobody waits.
///
/// Each key is written by itself, and only where it is still as it was read: a round may stop anywhere, several
/// instances may make rounds at once (at worst they wrap the same key twice, and the first one's stays), and a key that
/// is destroyed meanwhile stays destroyed. The vault is asked outside of transactions. What was wrapped anew is opened
/// once before it takes the place of what is known to open.
@Component
class Rewrapping {

    /// @param rewrapped by this round
    /// @param stuck which their version does not open
    record Tally(int rewrapped, int stuck) {}

    private static final int BATCH = 100;

    private static final Logger LOG = LoggerFactory.getLogger(Rewrapping.class);

    private final KeyVault vault;
    private final VaultBulkhead bulkhead;
    private final DataKeys dataKeys;
    private final int batch;

    @Autowired
    Rewrapping(KeyVault vault, VaultBulkhead bulkhead, DataKeys dataKeys) {
        this(vault, bulkhead, dataKeys, BATCH);
    }

    /// @param batch how many are read at once
    Rewrapping(KeyVault vault, VaultBulkhead bulkhead, DataKeys dataKeys, int batch) {
        this.vault = vault;
        this.bulkhead = bulkhead;
        this.dataKeys = dataKeys;
        this.batch = batch;
    }

    /// @param most how many at most
    /// @throws KeyVaultAway when the vault is away or too busy: what is done is done
    Tally round(int most) {
        var versions = dataKeys.versions();
        if (versions.isEmpty()) {
            return new Tally(0, 0);
        }
        var current = bulkhead.ask(vault::currentKeyId);
        var earlier = versions.stream()
                .map(KeyStanding.Version::keyId)
                .filter(keyId -> vault.isEarlier(keyId, current))
                .toList();
        earlier.forEach(dataKeys::noteVersion);
        dataKeys.noteVersion(current);
        return rewrap(earlier, most);
    }

    private Tally rewrap(List<String> earlier, int most) {
        var rewrapped = 0;
        var stuck = 0;
        var last = DataKeys.FIRST;
        while (rewrapped < most && !Thread.currentThread().isInterrupted()) {
            var next = dataKeys.wrappedBy(earlier, last, Math.min(batch, most - rewrapped));
            if (next.isEmpty()) {
                break;
            }
            for (var stored : next) {
                try {
                    rewrapped += dataKeys.rewrap(stored, wrappedAnew(stored)) ? 1 : 0;
                } catch (KeyUnavailable gone) {
                    stuck++;
                }
            }
            last = next.getLast().id();
        }
        if (rewrapped > 0 || stuck > 0) {
            LOG.info(
                    "{} data keys wrapped by the current version, {} that their version does not open",
                    rewrapped,
                    stuck);
        }
        return new Tally(rewrapped, stuck);
    }

    private WrappedKey wrappedAnew(StoredKey.Kept stored) {
        var dataKey = bulkhead.ask(() -> vault.unwrap(stored.wrapped()));
        var now = bulkhead.ask(() -> vault.wrap(dataKey));
        var opened = bulkhead.ask(() -> vault.unwrap(now));
        try {
            if (!MessageDigest.isEqual(opened, dataKey)) {
                throw new KeyUnavailable(now.keyId(), "does not open what it has wrapped");
            }
            return now;
        } finally {
            Arrays.fill(dataKey, (byte) 0);
            Arrays.fill(opened, (byte) 0);
        }
    }
}
