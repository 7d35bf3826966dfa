package health.visavis.web.home;

import health.visavis.web.components.Choice;
import health.visavis.web.components.FormErrors;
import java.util.List;

/// What the settings page draws.
public record SettingsView(
        List<Choice> languages,
        String language,
        List<Choice> zones,
        String zone,
        List<Choice> themes,
        String theme,
        FormErrors errors) {}
