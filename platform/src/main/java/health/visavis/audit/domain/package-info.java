/// The log's arithmetic: hashes, trees, proofs and signed checkpoints, without a database.
@NullMarked
package health.visavis.audit.domain;

import org.jspecify.annotations.NullMarked;
