/// Pages on which the clinic learns about itself, and the questions after a visit.
@NullMarked
package health.visavis.web.insight;

import org.jspecify.annotations.NullMarked;
