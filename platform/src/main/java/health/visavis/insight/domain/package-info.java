/// What figures mean, in pure Java.
@NullMarked
package health.visavis.insight.domain;

import org.jspecify.annotations.NullMarked;
