/// Sealed chunks of files in a container of Azure Blob Storage.
@NullMarked
package health.visavis.azure.blob;

import org.jspecify.annotations.NullMarked;
