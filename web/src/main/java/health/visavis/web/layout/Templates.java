package health.visavis.web.layout;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;
import org.springframework.stereotype.Component;

/// The compiled templates. They are generated from `src/main/jte` by the build; nothing is compiled at run time.
@Component
public final class Templates {

    private static final String PACKAGE = "health.visavis.web.templates";
    private static final int USUAL_LENGTH = 16 * 1024;

    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(null, ContentType.Html, Templates.class.getClassLoader(), PACKAGE);

    public String render(Page page, Shell shell) {
        var html = new StringOutput(USUAL_LENGTH);
        engine.render(page.template() + ".jte", Map.of("shell", shell, "page", page.view()), html);
        return html.toString();
    }
}
