/// What administrators decide about keys, two together.
@NullMarked
package health.visavis.web.keys;

import org.jspecify.annotations.NullMarked;
