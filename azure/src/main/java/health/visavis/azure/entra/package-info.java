/// Who we are to Azure: a workload identity of Microsoft Entra ID in a cluster, a managed identity elsewhere.
@NullMarked
package health.visavis.azure.entra;

import org.jspecify.annotations.NullMarked;
