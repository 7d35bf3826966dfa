package health.visavis.web.home;

import health.visavis.web.layout.Shell;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The zones of the list: those people of an American clinic live in, and whatever this person has already.
public final class Zones {

    private static final List<ZoneId> USUAL = List.of(
            ZoneId.of("America/New_York"),
            ZoneId.of("America/Chicago"),
            ZoneId.of("America/Denver"),
            ZoneId.of("America/Phoenix"),
            ZoneId.of("America/Los_Angeles"),
            ZoneId.of("America/Anchorage"),
            ZoneId.of("Pacific/Honolulu"),
            ZoneId.of("America/Puerto_Rico"),
            ZoneId.of("America/Mexico_City"),
            ZoneId.of("America/Bogota"),
            ZoneId.of("America/Argentina/Buenos_Aires"),
            ZoneId.of("Europe/Madrid"));

    private Zones() {}

    public static List<ZoneId> with(ZoneId own) {
        if (USUAL.contains(own)) {
            return USUAL;
        }
        var all = new ArrayList<>(USUAL);
        all.addFirst(own);
        return List.copyOf(all);
    }

    public static Optional<ZoneId> offered(String id, ZoneId own) {
        return with(own).stream().filter(zone -> zone.getId().equals(id)).findFirst();
    }

    /// The zone's city: in the viewer's language where it is one of the list, else as the zone writes it.
    public static String city(ZoneId zone, Shell shell) {
        var id = zone.getId();
        var city = id.substring(id.lastIndexOf('/') + 1);
        return USUAL.contains(zone) ? shell.t("home.city." + city.replace('_', '-')) : city.replace('_', ' ');
    }
}
