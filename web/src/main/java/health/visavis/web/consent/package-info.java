/// What a patient agrees to: the statement to read and to sign, what was agreed, and taking it back.
@NullMarked
package health.visavis.web.consent;

import org.jspecify.annotations.NullMarked;
