/// HTTP as the simulated services see it: a question and an answer, over TLS with a certificate of our own.
@NullMarked
package health.visavis.simulator.http;

import org.jspecify.annotations.NullMarked;
