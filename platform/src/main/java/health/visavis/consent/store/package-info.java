/// The SQL of consents.
@NullMarked
package health.visavis.consent.store;

import org.jspecify.annotations.NullMarked;
