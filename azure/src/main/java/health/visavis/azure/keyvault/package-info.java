/// Azure Key Vault: a key in hardware that wraps the patients' data keys and never leaves it.
///
/// ```
/// PatientCipher ─▶ KeyVault ◀─ AzureKeyVault ─HTTPS─▶ GET keys/NAME · POST keys/NAME/VERSION/wrapkey · unwrapkey
/// ```
@NullMarked
package health.visavis.azure.keyvault;

import org.jspecify.annotations.NullMarked;
