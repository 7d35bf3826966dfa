package health.visavis.kernel;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/// What people call a time zone, such as "Eastern Time".
public final class ZoneNames {

    /// CLDR's Spanish is that of no Spanish speaker in the United States, who says these.
    private static final Map<String, String> SPANISH = Map.of(
            "hora oriental", "hora del Este",
            "hora central", "hora del Centro",
            "hora de las Montañas Rocosas", "hora de la Montaña",
            "hora de Hawái-Aleutianas", "hora de Hawái");

    private ZoneNames() {}

    public static String of(ZoneId zone, Locale locale) {
        var name = DateTimeFormatter.ofPattern("vvvv", locale).format(LocalDate.EPOCH.atStartOfDay(zone));
        return locale.getLanguage().equals("es") ? SPANISH.getOrDefault(name, name) : name;
    }
}
