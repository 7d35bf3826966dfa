package health.visavis.local.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Whom an account of the demo stands for. Patient and doctor are people of the generated clinic, met again by
/// their identifiers when it is imported; the list comes with the importer.
record DemoPerson(
        String given,
        String family,
        String displayName,
        ZoneId zone,
        Locale language,
        @Nullable Identifier identifier,
        @Nullable LocalDate bornOn,
        @Nullable String specialty) {

    private static final String LIST = "demo/people.json";
    private static final ZoneId ZONE = ZoneId.of("America/New_York");

    record Identifier(String system, String value) {}

    static Map<LocalAccount, DemoPerson> all() {
        var people = new EnumMap<LocalAccount, DemoPerson>(LocalAccount.class);
        people.put(LocalAccount.PATIENT, plain("Ana", "Rivera"));
        people.put(LocalAccount.DOCTOR, plain("Kai", "Mann"));
        people.put(LocalAccount.NURSE, plain("Elena", "Ortega"));
        people.put(LocalAccount.ADMIN, plain("Robin", "Vale"));
        try (var list = DemoPerson.class.getClassLoader().getResourceAsStream(LIST)) {
            if (list != null) {
                JsonMapper.shared()
                        .readTree(list)
                        .path("accounts")
                        .forEach(json -> account(json).ifPresent(account -> people.put(account, of(json))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return people;
    }

    private static Optional<LocalAccount> account(JsonNode json) {
        return java.util.Arrays.stream(LocalAccount.values())
                .filter(account ->
                        account.signInName().equals(json.path("account").asString()))
                .findFirst();
    }

    private static DemoPerson plain(String given, String family) {
        return new DemoPerson(given, family, given + " " + family, ZONE, Locale.ENGLISH, null, null, null);
    }

    private static DemoPerson of(JsonNode json) {
        var identifier = json.path("identifier");
        return new DemoPerson(
                json.path("given").asString(),
                json.path("family").asString(),
                json.path("displayName").asString(),
                ZoneId.of(json.path("zone").asString(ZONE.getId())),
                Locale.of(json.path("language").asString("en")),
                identifier.isMissingNode()
                        ? null
                        : new Identifier(
                                identifier.path("system").asString(),
                                identifier.path("value").asString()),
                json.has("bornOn") ? LocalDate.parse(json.path("bornOn").asString()) : null,
                json.has("specialty") ? json.path("specialty").asString() : null);
    }
}
