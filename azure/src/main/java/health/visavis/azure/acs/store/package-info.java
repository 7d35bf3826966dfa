/// What we know of rooms and users at the vendor.
@NullMarked
package health.visavis.azure.acs.store;

import org.jspecify.annotations.NullMarked;
