/// The SQL of the schema `signin`.
@NullMarked
package health.visavis.local.signin.store;

import org.jspecify.annotations.NullMarked;
