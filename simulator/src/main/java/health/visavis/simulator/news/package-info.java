/// What the simulated services tell: Event Grid's events, by webhook or through a queue of Service Bus, and the
/// callbacks of Call Automation. As often, as late and in whatever order a test or a drill wants.
///
/// ```
/// acs ─▶ EventGrid ─▶ Courier ─HTTPS or HTTP, with a token─▶ the application's webhook
///             └─────▶ SimulatedQueue ◀─HTTPS, peek-lock──── the application fetches
/// acs ─▶ Callbacks ─▶ Courier ─with a token of Call Automation─▶ the application's callback address
/// ```
///
/// Service Bus has no definition of Microsoft's for this interface; the queue does what their documentation says.
@NullMarked
package health.visavis.simulator.news;

import org.jspecify.annotations.NullMarked;
