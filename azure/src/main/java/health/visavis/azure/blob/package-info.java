/// Containers of Azure Blob Storage: sealed chunks of files in one, what the audit log was in another.
@NullMarked
package health.visavis.azure.blob;

import org.jspecify.annotations.NullMarked;
