package health.visavis.secrets;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/// The one sentence to show when a secret keeps the application from starting.
final class SecretFailures implements FailureAnalyzer {

    private static final String ACTION = "See docs/guides/secrets.md.";

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof LiteralSecret || cause instanceof SecretUnavailable) {
                return new FailureAnalysis(String.valueOf(cause.getMessage()), ACTION, cause);
            }
        }
        return null;
    }
}
