/// Adapters to Azure: the only place with the Azure SDK. Each stands behind a port of the platform and is made
/// only where its service is configured; the platform knows none of them.
///
/// ```
/// CallRecorder ◀─ acs
/// CallEngine ◀─ acs ─HTTPS─▶ Azure Communication Services      SmsSender, MailSender ◀─ acs
///                └─ entra ─▶ Microsoft Entra ID (a workload identity; no key, no connection string)
/// ChunkStore ◀─ blob ─HTTPS─▶ Azure Blob Storage (ciphertext only)
/// KeyVault, CheckpointSigner ◀─ keyvault ─HTTPS─▶ Azure Key Vault (its own keys never leave it)
/// SecretStore ◀─ keyvault ─HTTPS─▶ the same (what an installation shares with somebody, such as its relays)
/// CheckpointWitness ◀─ blob ─HTTPS─▶ Azure Blob Storage (written once)
/// ```
///
/// | table | holds |
/// |---|---|
/// | `acs_room` | one line at the vendor and the request that made it; no person |
/// | `acs_recording` | what is asked of the vendor for one recording of one line |
/// | `acs_recording_file` | a file that it has made, until it is handed in and deleted there |
/// | `acs_news` | what the vendor told of its calls, once per event |
/// | `acs_user` | every user ever asked for, until it is deleted there; by seat, never by person |
@ApplicationModule(
        displayName = "Azure",
        allowedDependencies = {
            "kernel",
            "access",
            "audit",
            "files",
            "keys",
            "visit",
            "notification",
            "recording",
            "rounds",
            "secrets",
            "telephone",
            "telephone :: domain"
        })
@NullMarked
package health.visavis.azure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
