package health.visavis.web.layout;

import gg.jte.Content;
import health.visavis.access.ProxyScope;
import health.visavis.access.Role;
import health.visavis.web.i18n.Language;
import health.visavis.web.i18n.Texts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Everything a template may ask about the page around it: texts and formats in the viewer's language and zone,
/// who looks, where they are, assets, and the token of forms.
public final class Shell {

    private final Surroundings surroundings;
    private final Texts texts;
    private final Assets assets;
    private final Clock clock;
    private final Formats formats;

    Shell(Surroundings surroundings, Texts texts, Assets assets, Clock clock) {
        this.surroundings = surroundings;
        this.texts = texts;
        this.assets = assets;
        this.clock = clock;
        this.formats = new Formats(surroundings.language());
    }

    /// What a request tells about its page.
    record Surroundings(
            String path,
            Language language,
            ZoneId zone,
            Theme theme,
            @Nullable Viewer viewer,
            @Nullable Supplier<CsrfField> csrf,
            Supplier<Optional<Words>> said,
            Clinic clinic) {}

    // Texts

    public String t(String key, Object... arguments) {
        return texts.text(surroundings.language(), key, arguments);
    }

    /// Words prepared elsewhere: instants among the arguments are written as [#when] inside a sentence.
    public String say(Words words) {
        return t(
                words.key(),
                words.arguments().stream()
                        .map(argument -> argument instanceof Instant at ? whenInside(at) : argument)
                        .toArray());
    }

    public Language language() {
        return surroundings.language();
    }

    // Who and where

    public boolean signedIn() {
        return surroundings.viewer() != null;
    }

    /// Somebody without an account, here for one visit.
    public boolean guest() {
        return is(Role.GUEST);
    }

    /// Somebody who came by a sealed code.
    public boolean emergency() {
        return is(Role.EMERGENCY);
    }

    /// When this session ends, whatever is going on; null where that is far away.
    public @Nullable Instant until() {
        return viewer().map(Viewer::until).orElse(null);
    }

    /// Somebody who works at the clinic: it is not for them to be told to call it.
    public boolean staff() {
        return is(Role.DOCTOR) || is(Role.NURSE) || is(Role.ADMIN) || is(Role.EMERGENCY);
    }

    public String displayName() {
        return viewer().map(Viewer::displayName).orElse("");
    }

    public boolean is(Role role) {
        return viewer().map(Viewer::roles).stream().anyMatch(roles -> roles.contains(role));
    }

    /// For whom they act; null for themselves.
    public @Nullable Acting acting() {
        return viewer().map(Viewer::acting).orElse(null);
    }

    /// Whether pages of this scope are open to them, as far as it is for the patient to give them.
    public boolean reaches(ProxyScope scope) {
        var acting = acting();
        return acting == null || acting.scopes().contains(scope);
    }

    public List<NavLink> navigation() {
        return viewer().map(Viewer::roles)
                .map(Navigation::of)
                .map(links -> links.stream()
                        .filter(link -> Navigation.scopeOf(link)
                                .filter(scope -> !reaches(scope))
                                .isEmpty())
                        .toList())
                .orElse(List.of());
    }

    /// The path of this page, without its query.
    public String path() {
        return surroundings.path();
    }

    public Theme theme() {
        return surroundings.theme();
    }

    public Clinic clinic() {
        return surroundings.clinic();
    }

    /// Seconds of stillness until sign-out, for the island that warns before.
    public @Nullable Long idleSeconds() {
        return viewer().map(Viewer::idleLimit).map(Duration::toSeconds).orElse(null);
    }

    /// The sentence the page before left, if any. Asking takes it.
    public @Nullable String said() {
        return surroundings.said().get().map(this::say).orElse(null);
    }

    // Forms and assets

    /// The hidden field every form that posts needs.
    public Content csrf() {
        return output -> {
            var field = csrfField();
            if (field != null) {
                output.writeContent("<input type=\"hidden\" name=\"");
                output.writeUserContent(field.name());
                output.writeContent("\" value=\"");
                output.writeUserContent(field.token());
                output.writeContent("\">");
            }
        };
    }

    /// Asked for only by pages that send something: reading it starts a session.
    public @Nullable CsrfField csrfField() {
        var token = surroundings.csrf();
        return token == null ? null : token.get();
    }

    public String asset(String name) {
        return assets.address(name);
    }

    public List<String> assetImports(String name) {
        return assets.imports(name);
    }

    // Dates, times, numbers

    /// The viewer's zone; the clinic's for strangers.
    public ZoneId zone() {
        return surroundings.zone();
    }

    public Instant now() {
        return clock.instant();
    }

    public LocalDate today() {
        return clock.instant().atZone(zone()).toLocalDate();
    }

    /// "Tuesday, November 24, 2026"
    public String date(Instant at) {
        return date(at, zone());
    }

    public String date(Instant at, ZoneId zone) {
        return formats.date(at.atZone(zone));
    }

    public String date(LocalDate date) {
        return formats.date(date);
    }

    /// "Tue, Nov 24"
    public String shortDate(Instant at) {
        return formats.shortDate(at.atZone(zone()));
    }

    public String shortDate(LocalDate date) {
        return formats.shortDate(date);
    }

    /// "Tuesday, November 24"
    public String longDate(LocalDate date) {
        return formats.longDate(date);
    }

    /// "Nov 24"
    public String monthDay(LocalDate date) {
        return formats.monthDay(date);
    }

    /// "Nov 24, 2026": for birthdays and columns
    public String day(Instant at) {
        return formats.day(at.atZone(zone()));
    }

    public String day(LocalDate date) {
        return formats.day(date);
    }

    /// "Nov"
    public String month(Instant at) {
        return formats.month(at.atZone(zone()));
    }

    /// "24"
    public String dayOfMonth(Instant at) {
        return Integer.toString(at.atZone(zone()).getDayOfMonth());
    }

    /// "2:30 PM Eastern Time"
    public String time(Instant at) {
        return time(at, zone());
    }

    public String time(Instant at, ZoneId zone) {
        return formats.time(at, zone);
    }

    /// "2:30 PM": only where [#zoneName] stands once above the list.
    public String clock(Instant at) {
        return formats.clock(at, zone());
    }

    public String clock(Instant at, ZoneId zone) {
        return formats.clock(at, zone);
    }

    public String clock(LocalTime time) {
        return formats.clock(time);
    }

    /// "Nov 24, 2026, 2:30:05 PM": a line of a log, under [#zoneName].
    public String logged(Instant at) {
        return day(at) + ", " + formats.exactClock(at, zone());
    }

    /// "Tuesday, November 24, 2026 at 2:30 PM Eastern Time"
    public String dateTime(Instant at) {
        return dateTime(at, zone());
    }

    public String dateTime(Instant at, ZoneId zone) {
        return t("shell.format.dateAtTime", date(at, zone), time(at, zone));
    }

    /// "Today at 2:30 PM Eastern Time", "Tomorrow at …", else "Tue, Nov 24 at …"
    public String when(Instant at) {
        return sentenceStart(whenInside(at));
    }

    private String whenInside(Instant at) {
        return t("shell.format.dateAtTime", nearDate(at), time(at));
    }

    /// "today", "tomorrow", else "Tue, Nov 24": inside a sentence.
    public String nearDate(Instant at) {
        var day = at.atZone(zone()).toLocalDate();
        return day.equals(today())
                ? t("shell.format.today")
                : day.equals(today().plusDays(1)) ? t("shell.format.tomorrow") : formats.shortDate(day);
    }

    /// Spanish writes days in small letters; at the start of a line they get a large one.
    public String sentenceStart(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /// "Eastern Time"
    public String zoneName() {
        return zoneName(zone());
    }

    public String zoneName(ZoneId zone) {
        return formats.zoneName(zone);
    }

    /// "in 3 days", "in 20 minutes", "now", "5 minutes ago"
    public String relative(Instant at) {
        var distance = Duration.between(clock.instant(), at);
        var key = distance.isNegative() ? "shell.format.ago." : "shell.format.in.";
        var size = distance.abs();
        if (size.toDays() > 0) {
            return t(key + "days", size.toDays());
        }
        if (size.toHours() > 0) {
            return t(key + "hours", size.toHours());
        }
        return size.toMinutes() > 0 ? t(key + "minutes", size.toMinutes()) : t("shell.format.now");
    }

    /// "20 minutes"; "less than a minute"
    public String minutes(Duration length) {
        return t("shell.format.minutes", length.toMinutes());
    }

    public String number(Number number) {
        return formats.number(number);
    }

    private Optional<Viewer> viewer() {
        return Optional.ofNullable(surroundings.viewer());
    }
}
