/// Runs against Visavis from outside, over HTTP and WebSocket, as a browser, a load or a fault would: it knows
/// addresses and pages, never a class of the platform. Only `without` goes inside, and knows beans by name.
@NullMarked
package health.visavis.proof;

import org.jspecify.annotations.NullMarked;
