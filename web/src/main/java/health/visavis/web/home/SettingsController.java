package health.visavis.web.home;

import health.visavis.access.Actor;
import health.visavis.access.Role;
import health.visavis.people.ChangePreferences;
import health.visavis.web.components.Choice;
import health.visavis.web.components.FormErrors;
import health.visavis.web.i18n.Language;
import health.visavis.web.layout.Answer;
import health.visavis.web.layout.InPerson;
import health.visavis.web.layout.OurPath;
import health.visavis.web.layout.Page;
import health.visavis.web.layout.Redirect;
import health.visavis.web.layout.Shell;
import health.visavis.web.layout.Theme;
import health.visavis.web.security.SignInSettings;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Language and time zone belong to the person and follow him; the theme belongs to the device and is a cookie.
@Controller
class SettingsController {

    private final ChangePreferences changePreferences;
    private final SignInSettings signIn;

    SettingsController(ChangePreferences changePreferences, SignInSettings signIn) {
        this.changePreferences = changePreferences;
        this.signIn = signIn;
    }

    @GetMapping("/settings")
    Page settings(@InPerson Actor actor, Shell shell) {
        return Page.of("home/settings", view(actor, shell, shell.zone(), FormErrors.none()));
    }

    @PostMapping("/settings")
    Answer change(
            @InPerson Actor actor,
            Shell shell,
            @RequestParam String language,
            @RequestParam String zone,
            @RequestParam(defaultValue = "device") String theme,
            HttpServletRequest request,
            HttpServletResponse response) {
        var wanted = Zones.offered(zone, shell.zone());
        if (wanted.isEmpty()) {
            var errors = FormErrors.none().with("zone", shell.t("home.settings.zoneUnknown"));
            return Page.of("home/settings", view(actor, shell, shell.zone(), errors))
                    .status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        changePreferences.change(
                actor,
                wanted.get(),
                Language.of(language).orElse(shell.language()).locale());
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                Theme.of(theme).cookie(request.isSecure()).toString());
        return Redirect.to("/settings").saying("home.settings.saved");
    }

    /// The switch in the footer of every page: changes the language and comes back.
    @PostMapping("/settings/language")
    Redirect language(
            @InPerson Actor actor,
            Shell shell,
            @RequestParam String language,
            @RequestParam(defaultValue = "/") String back) {
        var wanted = Language.of(language).orElse(shell.language());
        changePreferences.change(actor, shell.zone(), wanted.locale());
        return Redirect.to(OurPath.or(back, "/"));
    }

    /// The one of the provider of staff: who comes by the patients' own has none there.
    private @Nullable URI accountPage(Actor actor) {
        var comesApart = signIn.patients() != null && actor.roles().equals(Set.of(Role.PATIENT));
        return comesApart ? null : signIn.accountPage();
    }

    private SettingsView view(Actor actor, Shell shell, ZoneId zone, FormErrors errors) {
        return new SettingsView(
                Arrays.stream(Language.values())
                        .map(language -> Choice.of(language.code(), language.ownName()))
                        .toList(),
                shell.language().code(),
                Zones.with(zone).stream()
                        .map(one -> Choice.of(
                                one.getId(), shell.sentenceStart(shell.zoneName(one)) + " – " + Zones.city(one, shell)))
                        .toList(),
                zone.getId(),
                themes(shell),
                shell.theme().code(),
                accountPage(actor),
                errors);
    }

    private static List<Choice> themes(Shell shell) {
        return List.of(
                Choice.of(Theme.DEVICE.code(), shell.t("shell.theme.device")),
                Choice.of(Theme.LIGHT.code(), shell.t("shell.theme.light")),
                Choice.of(Theme.DARK.code(), shell.t("shell.theme.dark")));
    }
}
