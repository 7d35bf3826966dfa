/// The pages of messages, and what they say and hear over the live connection.
@NullMarked
package health.visavis.web.messaging;

import org.jspecify.annotations.NullMarked;
