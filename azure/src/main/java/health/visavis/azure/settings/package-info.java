/// How settings decide what is made.
@NullMarked
package health.visavis.azure.settings;

import org.jspecify.annotations.NullMarked;
