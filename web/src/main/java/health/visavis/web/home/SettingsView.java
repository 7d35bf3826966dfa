package health.visavis.web.home;

import health.visavis.web.components.Choice;
import health.visavis.web.components.FormErrors;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the settings page draws.
///
/// @param accountPage where people change how they sign in, when the provider has such a page
public record SettingsView(
        List<Choice> languages,
        String language,
        List<Choice> zones,
        String zone,
        List<Choice> themes,
        String theme,
        @Nullable URI accountPage,
        FormErrors errors) {}
