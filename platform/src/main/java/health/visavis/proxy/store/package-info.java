/// The SQL of people who act for a patient.
@NullMarked
package health.visavis.proxy.store;

import org.jspecify.annotations.NullMarked;
