/// Visavis: one package per capability. What assembles them stands here.
@NullMarked
package health.visavis;

import org.jspecify.annotations.NullMarked;
