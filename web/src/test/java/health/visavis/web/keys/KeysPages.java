package health.visavis.web.keys;

import health.visavis.access.Role;
import health.visavis.web.components.Choice;
import health.visavis.web.i18n.Language;
import health.visavis.web.layout.Page;
import health.visavis.web.layout.TestShell;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The page of keys in its states.
public final class KeysPages {

    private static final Instant ASKED = Instant.parse("2026-11-27T15:00:00Z");
    private static final String OLD = "file-018f4d2e-0000-7000-8000-000000000001";
    private static final String NOW = "https://clinic.vault.azure.net/keys/patients/0123456789abcdef0123456789abcdef";

    private KeysPages() {}

    public static Map<String, String> all(Language language) {
        var pages = new LinkedHashMap<String, String>();
        put(pages, language, "keys", view(true, List.of(), List.of(), List.of(), null, null));
        put(
                pages,
                language,
                "keys-open",
                view(
                        true,
                        List.of(
                                open("rotate", "", List.of(), true, false),
                                open(
                                        "destroy",
                                        "Maximiliana Wolfeschlegelsteinhausen",
                                        List.of("Ada Example"),
                                        false,
                                        false),
                                open("revoke", NOW, List.of("Ada Example", "Bo Example"), false, true),
                                open("codes", "Nina Park", List.of("Ada Example", "Bo Example"), false, true)),
                        List.of(
                                new KeysView.Closed("rotate", "", "The yearly turn", ASKED, "done"),
                                new KeysView.Closed("destroy", "–", "The patient asked for it", ASKED, "refused"),
                                new KeysView.Closed("revoke", OLD, "Old backups are gone", ASKED, "failed")),
                        List.of(Choice.of(OLD, OLD)),
                        "018f4d2e-0000-7000-8000-000000000002",
                        "keys.wrong.reason"));
        put(
                pages,
                language,
                "keys-not-proven",
                view(
                        false,
                        List.of(open("rotate", "", List.of("Ada Example"), true, false)),
                        List.of(),
                        List.of(),
                        null,
                        null));
        return pages;
    }

    private static KeysView view(
            boolean proven,
            List<KeysView.Open> open,
            List<KeysView.Closed> closed,
            List<Choice> revocable,
            String patient,
            String wrong) {
        return new KeysView(
                NOW,
                List.of(new KeysView.Version(OLD, 0, false), new KeysView.Version(NOW, 1_204, true)),
                1,
                10_000,
                10,
                proven,
                open,
                closed,
                revocable,
                patient,
                closed.isEmpty()
                        ? List.of()
                        : List.of(
                                new KeysView.Codes("/keys/codes/1/withdrawal", "Nina Park", 9, ASKED),
                                new KeysView.Codes(
                                        "/keys/codes/2/withdrawal", "Maximiliana Wolfeschlegelsteinhausen", 1, ASKED)),
                List.of(Choice.of("018f4d2e-0000-7000-8000-000000000003", "Nina Park")),
                wrong);
    }

    private static KeysView.Open open(
            String act, String about, List<String> agreed, boolean mayAgree, boolean decided) {
        return new KeysView.Open(
                "/keys/requests/" + act,
                act,
                about,
                "The yearly turn",
                ASKED,
                ASKED.plusSeconds(86_400),
                agreed,
                mayAgree,
                decided);
    }

    private static void put(Map<String, String> pages, Language language, String name, KeysView view) {
        var admin = TestShell.of(language).signedInAs(Role.ADMIN).at("/keys");
        pages.put(name, admin.render(Page.of("keys/keys", view)));
    }
}
