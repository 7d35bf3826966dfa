package health.visavis.fhir;

import org.jspecify.annotations.Nullable;

/// Whoever imports was interrupted. What was stored stays; the same import again goes on from there.
final class ImportStopped extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ImportStopped(@Nullable Exception interrupted) {
        super("the import was stopped", interrupted);
    }
}
