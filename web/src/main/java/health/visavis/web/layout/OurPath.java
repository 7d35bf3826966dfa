package health.visavis.web.layout;

import java.util.regex.Pattern;

/// A path of this site, where a request says where to go on.
public final class OurPath {

    /// Nothing that a browser could read as another site.
    private static final Pattern OURS = Pattern.compile("/([A-Za-z0-9_-][A-Za-z0-9_./-]*)?");

    private OurPath() {}

    public static String or(String path, String otherwise) {
        return OURS.matcher(path).matches() ? path : otherwise;
    }
}
