/// Azure Key Vault: keys in hardware that never leave it. One wraps the patients' data keys, one signs the audit log.
///
/// ```
/// PatientCipher ─▶ KeyVault ◀─ AzureKeyVault ─HTTPS─▶ GET keys/NAME · POST keys/NAME/VERSION/wrapkey · unwrapkey
///                                                                                        · rotate · PATCH
/// audit        ─▶ CheckpointSigner ◀─ AzureCheckpointSigner ─HTTPS─▶ GET keys/NAME · POST keys/NAME/VERSION/sign
/// ```
@NullMarked
package health.visavis.azure.keyvault;

import org.jspecify.annotations.NullMarked;
