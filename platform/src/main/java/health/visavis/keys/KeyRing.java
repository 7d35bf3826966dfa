package health.visavis.keys;

import health.visavis.kernel.PatientId;
import health.visavis.live.LiveEvents;
import org.springframework.stereotype.Component;

/// Turning, revoking and destroying keys, for whoever has asked for the permission. What becomes of keys is decided by
/// two people: see `custody`.
@Component
public class KeyRing {

    /// What came of revoking a version.
    public sealed interface Revocation {

        record Revoked() implements Revocation {}

        /// It still opens what is in use: that would be lost.
        ///
        /// @param dataKeys how many are wrapped by it
        record StillInUse(long dataKeys) implements Revocation {}

        /// New data keys are wrapped by it: rotate first.
        record IsCurrent() implements Revocation {}

        /// No version of ours.
        record Unknown() implements Revocation {}
    }

    private final KeyVault vault;
    private final VaultBulkhead bulkhead;
    private final DataKeys dataKeys;
    private final DataKeyCache cache;
    private final LiveEvents live;

    KeyRing(KeyVault vault, VaultBulkhead bulkhead, DataKeys dataKeys, DataKeyCache cache, LiveEvents live) {
        this.vault = vault;
        this.bulkhead = bulkhead;
        this.dataKeys = dataKeys;
        this.cache = cache;
        this.live = live;
    }

    /// @throws KeyVaultAway when the vault is away or too busy
    public KeyStanding standing() {
        return new KeyStanding(
                bulkhead.ask(vault::currentKeyId),
                dataKeys.versions(),
                dataKeys.destroyed(),
                DataKeyCache.BOUND,
                DataKeyCache.LIFETIME);
    }

    /// A new version wraps from now on; [Rewrapping] follows. Outside of a transaction.
    ///
    /// @return name and version of the new one
    /// @throws KeyVaultAway when the vault is away, too busy, or does not let us
    public String rotate() {
        dataKeys.noteVersion(bulkhead.ask(vault::currentKeyId));
        var current = bulkhead.ask(vault::rotate);
        dataKeys.noteVersion(current);
        return current;
    }

    /// What backups made before hold of this version's data keys opens no more. Outside of a transaction.
    ///
    /// @throws KeyVaultAway when the vault is away, too busy, or does not let us
    public Revocation revoke(String keyId) {
        var current = bulkhead.ask(vault::currentKeyId);
        if (keyId.equals(current)) {
            return new Revocation.IsCurrent();
        }
        if (!vault.isEarlier(keyId, current)) {
            return new Revocation.Unknown();
        }
        var inUse = dataKeys.versions().stream()
                .filter(version -> version.keyId().equals(keyId))
                .mapToLong(KeyStanding.Version::dataKeys)
                .sum();
        if (inUse > 0) {
            return new Revocation.StillInUse(inUse);
        }
        try {
            bulkhead.ask(() -> {
                vault.revoke(keyId);
                return keyId;
            });
        } catch (KeyUnavailable gone) {
            return new Revocation.Unknown();
        }
        dataKeys.noteRevoked(keyId);
        return new Revocation.Revoked();
    }

    /// In the caller's transaction: everything that was sealed for this patient is unreadable from then on, on every
    /// instance. Instances that are cut off from the database forget the key when its time in memory is over.
    public void destroy(PatientId patient) {
        dataKeys.destroy(patient);
        cache.forget(patient);
        live.publish(ForgottenKeys.TOPIC, ForgottenKeys.KIND, patient.value());
    }
}
