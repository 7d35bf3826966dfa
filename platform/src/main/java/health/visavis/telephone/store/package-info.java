/// The SQL of the telephone.
@NullMarked
package health.visavis.telephone.store;

import org.jspecify.annotations.NullMarked;
