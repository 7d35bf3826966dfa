/// How anything of Azure is reached.
@NullMarked
package health.visavis.azure.http;

import org.jspecify.annotations.NullMarked;
