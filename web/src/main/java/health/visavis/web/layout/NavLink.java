package health.visavis.web.layout;

import java.util.List;
import java.util.stream.Stream;

/// One entry of the main navigation. `label` is a text key, `icon` names a symbol of the icon component.
///
/// @param more where else pages begin that belong to this entry
public record NavLink(String path, String label, String icon, List<String> more) {

    public NavLink {
        more = List.copyOf(more);
    }

    NavLink(String path, String label, String icon) {
        this(path, label, icon, List.of());
    }

    /// Whether the page at `current` belongs to this entry.
    public boolean leadsTo(String current) {
        return path.equals("/")
                ? current.equals("/")
                : Stream.concat(Stream.of(path), more.stream())
                        .anyMatch(begin -> current.equals(begin) || current.startsWith(begin + "/"));
    }
}
