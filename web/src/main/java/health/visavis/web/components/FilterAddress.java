package health.visavis.web.components;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/// The address of a list that was asked for with a filter: what was not asked for is left out.
public final class FilterAddress {

    private final UriComponentsBuilder address;

    public FilterAddress(String path, Days days) {
        address = UriComponentsBuilder.fromPath(path);
        with("from", days.from()).with("to", days.to());
    }

    public FilterAddress with(String name, @Nullable Object value) {
        if (value != null) {
            address.queryParam(name, value);
        }
        return this;
    }

    @Override
    public String toString() {
        return address.toUriString();
    }
}
