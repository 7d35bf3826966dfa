package health.visavis.web.layout;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import health.visavis.access.Role;
import health.visavis.web.i18n.Language;
import health.visavis.web.i18n.Texts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Shells for tests that draw templates:
/// `TestShell.of(Language.SPANISH).signedInAs(Role.PATIENT).at("/appointments").shell()`.
///
/// It is always Tuesday, November 24, 2026, 9:00 in New York.
public record TestShell(Language language, @Nullable Viewer viewer, String path, Theme theme) {

    public static final Instant NOW = Instant.parse("2026-11-24T14:00:00Z");
    public static final ZoneId ZONE = ZoneId.of("America/New_York");

    private static final Texts TEXTS = Texts.load();
    private static final Assets ASSETS = new Assets();
    private static final Clinic CLINIC = new Clinic("Riverside Clinic", "+1 555 0100", "911", ZONE);
    private static final Templates TEMPLATES = new Templates();
    private static final TemplateEngine ENGINE = TemplateEngine.createPrecompiled(
            null, ContentType.Html, TestShell.class.getClassLoader(), "health.visavis.web.templates");

    public static TestShell of(Language language) {
        return new TestShell(language, null, "/", Theme.DEVICE);
    }

    public TestShell signedInAs(Role... roles) {
        return new TestShell(language, new Someone(language, Set.of(roles), null, null), path, theme);
    }

    /// Somebody who came by a sealed code.
    public TestShell byCode() {
        var until = NOW.plusSeconds(3_000);
        return new TestShell(language, new Someone(language, Set.of(Role.EMERGENCY), null, until), path, theme);
    }

    public TestShell acting(Acting acting) {
        return new TestShell(language, new Someone(language, Set.of(Role.PATIENT), acting, null), path, theme);
    }

    public TestShell at(String otherPath) {
        return new TestShell(language, viewer, otherPath, theme);
    }

    public TestShell in(Theme otherTheme) {
        return new TestShell(language, viewer, path, otherTheme);
    }

    public Shell shell() {
        var zone = Optional.ofNullable(viewer).map(Viewer::zone).orElse(ZONE);
        var surroundings = new Shell.Surroundings(
                path,
                language,
                zone,
                theme,
                viewer,
                () -> new CsrfField("_csrf", "X-CSRF-TOKEN", "token-of-the-test"),
                Optional::empty,
                CLINIC);
        return new Shell(surroundings, TEXTS, ASSETS, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    /// The whole page as the browser would get it.
    public String render(Page page) {
        return TEMPLATES.render(page, shell());
    }

    /// A single template, such as `components/button/button`, with its parameters.
    public String draw(String template, Map<String, Object> parameters) {
        var all = new HashMap<>(parameters);
        all.put("shell", shell());
        var html = new StringOutput();
        ENGINE.render(template + ".jte", all, html);
        return html.toString();
    }

    private record Someone(
            Language language,
            Set<Role> roles,
            @Nullable Acting acting,
            @Nullable Instant until) implements Viewer {

        @Override
        public String displayName() {
            return "Dolores Márquez";
        }

        @Override
        public ZoneId zone() {
            return ZONE;
        }

        @Override
        public Duration idleLimit() {
            return Duration.ofMinutes(15);
        }
    }
}
