/// The single-machine edition: everything Visavis needs besides itself, on one computer and for real.
///
/// A PostgreSQL server process, a sign-in provider that speaks OpenID Connect, a key store in files, a mailbox
/// in place of mail and SMS carriers, and a certificate authority for the local network. Nothing above this
/// module knows it: the application sees a database address, an issuer and the ports that this module
/// implements.
///
/// ```
/// LocalEdition.start ─▶ postgres ─▶ signin ─▶ settings for the application ─▶ (the application) ─▶ mailbox, keystore
/// stop               ◀─ postgres ◀─ signin ◀─────────────────────────────────── (the application)
/// ```
@ApplicationModule(displayName = "Local edition")
@NullMarked
package health.visavis.local;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
