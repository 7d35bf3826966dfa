/// Envelope encryption: AES-256-GCM with one data key per patient, wrapped by a key that never leaves the key
/// vault.
///
/// ```
/// data_key (patient_id unique) ── wrapped by ──▶ KeyVault (file key store, Azure Key Vault)
/// ```
/// A sealed value names its format, its data key and its place: moved to another row, column or patient it does not
/// open.
@ApplicationModule(allowedDependencies = {"kernel", "audit"})
@NullMarked
package health.visavis.keys;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
