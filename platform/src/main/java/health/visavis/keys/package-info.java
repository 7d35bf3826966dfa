/// Envelope encryption: AES-256-GCM with one data key per patient, wrapped by a key that never leaves the key
/// vault.
///
/// ```
/// PatientCipher ─▶ data_key (patient_id unique) ─ wrapped by ─▶ VaultBulkhead ─▶ KeyVault (file, Azure Key Vault)
/// RewrapRounds  ─▶ data_key: what an earlier version has wrapped is wrapped by the current one
/// KeyRing: turns, revokes, destroys ─ live ─▶ ForgottenKeys of each instance ─▶ DataKeyCache
/// ```
/// A sealed value names its format, its data key and its place: moved to another row, column or patient it does not
/// open. Destroying a patient's data key leaves its row, empty: see ADR 0040.
///
/// | table | holds |
/// |---|---|
/// | `data_key` | one per patient: wrapped, and by which version of the wrapping key; or when it was destroyed |
/// | `vault_key_version` | versions of the wrapping key that we have seen, and which are revoked |
@ApplicationModule(allowedDependencies = {"kernel", "live", "rounds"})
@NullMarked
package health.visavis.keys;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
