/// Stands in for Azure Communication Services, Azure Key Vault and Microsoft Entra ID, where there is no Azure: in
/// tests, in drills and beside the demo. A process or a test of its own; nothing of the product depends on it, so that
/// what it needs to check definitions never comes near a running clinic.
///
/// ```
/// azure adapters ──HTTPS──▶ http ─▶ fault (slow, 5xx, 429, lost) ─▶ definition (request) ─▶ acs ─▶ definition (answer)
///        └─────────HTTPS──▶ entra (issues the bearer tokens that acs asks for)
///        └─────────HTTPS──▶ vault (a key that wraps keys; in tests only)
/// a drill ─────────HTTP───▶ control (faults on and off, what was asked, what was sent)
/// the application ◀────────── news (events and callbacks, by webhook or through a queue)
/// ```
///
/// Each request to and answer of Azure Communication Services is held against Microsoft's own definition. Where the
/// definition is silent, the
/// answers are those that Microsoft's client libraries recorded in their tests; what is neither defined nor
/// recorded is said at its place. Media is not simulated.
@NullMarked
package health.visavis.simulator;

import org.jspecify.annotations.NullMarked;
