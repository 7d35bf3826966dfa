/// What is measured and broken: the built server, and peers beside it, as processes of their own with folders
/// of their own.
@NullMarked
package health.visavis.proof.running;

import org.jspecify.annotations.NullMarked;
