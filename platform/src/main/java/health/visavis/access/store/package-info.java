/// The SQL of access: what it tells the database about a transaction.
@NullMarked
package health.visavis.access.store;

import org.jspecify.annotations.NullMarked;
