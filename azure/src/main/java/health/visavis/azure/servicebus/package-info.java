/// Azure Service Bus over its HTTP interface: one queue, one message at a time, locked while it is worked on.
///
/// ```
/// Event Grid ─▶ queue ◀─POST messages/head─ ServiceBusQueue ─▶ LockedMessage ─▶ DELETE (done) or PUT (put back)
/// ```
@NullMarked
package health.visavis.azure.servicebus;

import org.jspecify.annotations.NullMarked;
