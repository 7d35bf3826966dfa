/// SQL of the requests about keys.
@NullMarked
package health.visavis.custody.store;

import org.jspecify.annotations.NullMarked;
