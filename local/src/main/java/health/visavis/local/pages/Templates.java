package health.visavis.local.pages;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

/// Draws the compiled templates.
public final class Templates {

    private static final TemplateEngine ENGINE = TemplateEngine.createPrecompiled(
            null, ContentType.Html, Templates.class.getClassLoader(), "health.visavis.local.templates");

    private Templates() {}

    public static String draw(String template, Object page) {
        var output = new StringOutput();
        ENGINE.render(template + ".jte", page, output);
        return output.toString();
    }
}
