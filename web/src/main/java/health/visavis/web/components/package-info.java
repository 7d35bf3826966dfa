/// The small logic of components: what a template needs computed before it can be drawn.
@NullMarked
package health.visavis.web.components;

import org.jspecify.annotations.NullMarked;
