package health.visavis.journey;

import static health.visavis.journey.Canary.Field.*;
import static org.assertj.core.api.Assertions.assertThat;

import health.visavis.journey.Canary.Field;
import health.visavis.journey.Leaks.Hit;
import health.visavis.kernel.Requirement;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A patient whose every field is a word of its own lives through what there is; then every place that data could run
/// out to is searched for each of these words. Which word may stand where is said here, and nowhere else.
class CanaryJourneyTest {

    private static final String CLEAR = "stays readable: docs/compliance/keys.md";
    private static final String OWN = "the reader's own name, in the head of their page";

    private static final List<Allowance> ALLOWED = List.of(
            Allowance.of("database: person\\.given", CLEAR, GIVEN, OTHERS_GIVEN),
            Allowance.of("database: person\\.family", CLEAR, FAMILY, OTHERS_FAMILY),
            Allowance.of("database: person\\.email", CLEAR, EMAIL, OTHERS_EMAIL),
            Allowance.of("database: person\\.phone", CLEAR, PHONE),
            Allowance.of("database: patient\\.born_on", CLEAR, BORN_ON),
            Allowance.of("database: patient\\.address", CLEAR, STREET, CITY),
            Allowance.of("database: visit_companion\\.invited_as", CLEAR, GUEST),
            Allowance.of(
                    "database: (account|offer)\\.display_name",
                    CLEAR + ", by which the sign-in page greets",
                    OTHERS_GIVEN,
                    OTHERS_FAMILY),
            Allowance.of(
                    "database:"
                            + " (oauth2_authorization\\..*_(value|metadata)|spring_session_attributes\\.attribute_bytes)",
                    "whom the sign-in provider of one machine has signed in, until they sign out",
                    OTHERS_GIVEN,
                    OTHERS_FAMILY),
            Allowance.of(
                    "database's files: .*",
                    "pages and write-ahead log of the columns above",
                    GIVEN,
                    FAMILY,
                    EMAIL,
                    PHONE,
                    STREET,
                    CITY,
                    GUEST,
                    OTHERS_GIVEN,
                    OTHERS_FAMILY,
                    OTHERS_EMAIL),
            Allowance.of("letters: local_mailbox\\.recipient", "whom it is sent to", EMAIL, PHONE, OTHERS_EMAIL),
            Allowance.of("letters: local_mailbox\\.file", "the invited, as RFC 5546 wants it", EMAIL),
            Allowance.of("requests: access_log.*", "typed into the address bar by the patient", IN_ADDRESS),
            Allowance.of("refusals: .*", OWN, GIVEN, FAMILY),
            Allowance.of("refusals: /join/.*", "the page's own address, to return to in another language", IN_ADDRESS),
            Allowance.of("own file: .*", OWN, GIVEN, FAMILY),
            Allowance.of("another patient's pages: .*", OWN, OTHERS_GIVEN, OTHERS_FAMILY),
            Allowance.of(
                    "reports: /audit|reports: /audit/accesses",
                    "administrators see whose data it was; in files they do not",
                    GIVEN,
                    FAMILY,
                    OTHERS_GIVEN,
                    OTHERS_FAMILY),
            Allowance.of(
                    "reports: /audit/unusual",
                    "administrators see on whose account they are warned; in files they do not",
                    GIVEN,
                    FAMILY));

    private static final List<UnaryOperator<String>> SPELLINGS = List.of(
            word -> word,
            word -> word.toUpperCase(Locale.ROOT),
            word -> "%C2%A1" + word + "%21",
            word -> "{\"text\":\"\\u00a1" + word + "\\n\"}",
            word -> Base64.getEncoder().encodeToString(bytes("xy" + word)),
            word -> HexFormat.of().formatHex(bytes(word)));

    private static final Canary CANARY = Canary.hatched();
    private static final CanaryClinic CLINIC = CanaryClinic.with(CANARY);

    private final Leaks leaks = new Leaks(CANARY, ALLOWED);

    @RegisterExtension
    final JourneyStage stage = new JourneyStage(CLINIC::clinic);

    @AfterAll
    static void closesTheClinic() {
        CLINIC.close();
    }

    @Test
    @Requirement({"APP-16", "AUD-05"})
    void nothingOfAPatientIsFoundWhereItDoesNotBelong() {
        var life = new CanaryLife(stage, CANARY);
        life.isLived();
        var sinks = new ArrayList<>(life.sinks());
        sinks.addAll(CLINIC.sinks());

        var soft = new SoftAssertions();
        for (var sink : sinks) {
            soft.assertThat(sink.wasLookedAt())
                    .as("%s was looked at", sink.name())
                    .isTrue();
        }
        var hits = sinks.stream().flatMap(sink -> leaks.hits(sink).stream()).toList();
        soft.assertThat(leaks.notAllowed(hits))
                .as("found where it does not belong")
                .isEmpty();
        soft.assertThat(leaks.unused(hits)).as("allowed, and not there").isEmpty();
        soft.assertThat(life.watched().asked())
                .as("whom the browsers asked")
                .allSatisfy(host -> assertThat(host).startsWith("localhost:"))
                .hasSize(2);
        soft.assertThat(life.watched().kept())
                .as("answers that a cache could keep")
                .isEmpty();
        sinks.forEach(sink -> whatIsPlantedIsFound(sink, soft));
        whatRunsOutIsFound(life, soft);
        soft.assertAll();
    }

    /// In a copy of each place, each word in each spelling, where no allowance covers it.
    private void whatIsPlantedIsFound(Sink sink, SoftAssertions soft) {
        var allowedSomewhere = ALLOWED.stream()
                .filter(allowance -> allowance.where().pattern().startsWith(sink.name() + ": .*"))
                .flatMap(allowance -> allowance.fields().stream())
                .collect(Collectors.toSet());
        var planted = EnumSet.allOf(Field.class);
        planted.removeAll(allowedSomewhere);
        for (var spelling : SPELLINGS) {
            var copy = sink.withCopyOfFirst(
                    "copy",
                    text -> planted.stream()
                            .map(field -> spelling.apply(CANARY.word(field)))
                            .collect(Collectors.joining("\n", text, text)));
            soft.assertThat(leaks.notAllowed(leaks.hits(copy)).stream().map(Hit::field))
                    .as("planted in a copy of %s", sink.name())
                    .containsExactlyInAnyOrderElementsOf(planted);
        }
    }

    /// Not in copies: the patient's condition really gets out, on the ways that a test can open.
    private void whatRunsOutIsFound(CanaryLife life, SoftAssertions soft) {
        var word = CANARY.word(CONDITION);
        var page = life.patient().page();
        page.navigate(life.patient().address() + "/help?" + word);
        page.evaluate("word => console.log(word)", word);
        var database = CLINIC.database();
        database.does("UPDATE import_run SET label = '" + word + "'");
        database.does("UPDATE local_mailbox SET subject = '" + word + "'");
        database.does("NOTIFY live, '" + word + "'");
        database.isRefused("SELECT '" + word + "'::integer");

        var sinks = new ArrayList<>(CLINIC.sinks());
        sinks.add(Sink.of("browsers", "/help", life.watched().seen()));
        var found = sinks.stream()
                .flatMap(sink -> leaks.notAllowed(leaks.hits(sink)).stream())
                .filter(hit -> hit.field() == CONDITION)
                .map(hit -> hit.where().replaceFirst("(access_log|database's files).*", "$1"))
                .collect(Collectors.toSet());
        soft.assertThat(found)
                .as("what was let out")
                .isEqualTo(Set.of(
                        "browsers: all",
                        "requests: access_log",
                        "announcements: all",
                        "database: import_run.label",
                        "database's files",
                        "letters: local_mailbox.subject",
                        "data folder: postgres.log"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
