/// Keys and passwords of the local edition, in a folder that only its owner can read and that lies outside the
/// data.
///
/// `KeyFolder` guards the folder, `SealingKeys` is a file of versioned AES-256 keys, and `FileKeyVault` offers
/// such a file as the platform's `KeyVault`. No tables.
@NullMarked
package health.visavis.local.keystore;

import org.jspecify.annotations.NullMarked;
