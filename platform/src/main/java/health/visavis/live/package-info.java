/// Delivers what happened to the pages that are open, across every instance.
///
/// ```
/// use case ─▶ LiveEvents.publish ─▶ live_topic (next sequence) + live_event ─▶ NOTIFY live   (one transaction)
///                                                                                  │ ids only
///     open page ◀─ LiveSubscriber ◀─ LiveHub ◀─ LiveListener (one LISTEN connection) ◀┘ on every instance
/// ```
///
/// A topic's events are numbered without gaps in the order of their commits. A subscriber names the last one it
/// saw and receives everything after it once and in order; a notification that is lost only delays, because the
/// next one, or a new connection, shows the gap and the gap is read from the table.
///
/// | table | holds |
/// |---|---|
/// | `live_topic` | the last sequence of each topic |
/// | `live_event` | topic, sequence, kind, the id it is about; for a day |
@ApplicationModule(allowedDependencies = {"kernel"})
@NullMarked
package health.visavis.live;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
