package health.visavis.web.layout;

/// One entry of the main navigation. `label` is a text key, `icon` names a symbol of the icon component.
public record NavLink(String path, String label, String icon) {

    /// Whether the page at `current` belongs to this entry.
    public boolean leadsTo(String current) {
        return path.equals("/") ? current.equals("/") : current.equals(path) || current.startsWith(path + "/");
    }
}
