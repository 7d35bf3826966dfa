/// The services with their state: identities, rooms, messages, mails, calls and recordings.
@NullMarked
package health.visavis.simulator.acs;

import org.jspecify.annotations.NullMarked;
