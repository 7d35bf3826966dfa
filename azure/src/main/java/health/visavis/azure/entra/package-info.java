/// Who we are to Azure: a workload identity of Microsoft Entra ID.
@NullMarked
package health.visavis.azure.entra;

import org.jspecify.annotations.NullMarked;
