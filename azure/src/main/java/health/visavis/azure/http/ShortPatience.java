package health.visavis.azure.http;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.policy.ExponentialBackoff;
import com.azure.core.http.policy.RequestRetryCondition;
import com.azure.core.http.policy.RetryStrategy;
import java.time.Duration;

/// Repeats what may succeed a moment later, and gives up when the service asks for more time than people have who
/// wait: azure-core by itself would wait as long as it is told.
public final class ShortPatience implements RetryStrategy {

    private final RetryStrategy usual;
    private final Duration longest;

    /// @param retries after the first attempt
    /// @param pause before the first of them; it doubles, with chance
    /// @param longest a service that asks for a longer one is not waited for
    public ShortPatience(int retries, Duration pause, Duration longest) {
        this.usual = new ExponentialBackoff(retries, pause, longest);
        this.longest = longest;
    }

    @Override
    public int getMaxRetries() {
        return usual.getMaxRetries();
    }

    @Override
    public Duration calculateRetryDelay(int attempts) {
        return usual.calculateRetryDelay(attempts);
    }

    @Override
    public boolean shouldRetryCondition(RequestRetryCondition condition) {
        return usual.shouldRetryCondition(condition) && !isAskedForMore(condition);
    }

    private boolean isAskedForMore(RequestRetryCondition condition) {
        var response = condition.getResponse();
        var asked = response == null ? null : response.getHeaderValue(HttpHeaderName.RETRY_AFTER);
        if (asked == null) {
            return false;
        }
        try {
            return Duration.ofSeconds(Long.parseLong(asked)).compareTo(longest) > 0;
        } catch (NumberFormatException aDate) {
            return true;
        }
    }
}
