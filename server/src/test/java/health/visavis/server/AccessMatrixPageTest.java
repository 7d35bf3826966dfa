package health.visavis.server;

import static org.assertj.core.api.Assertions.assertThat;

import health.visavis.kernel.Requirement;
import health.visavis.server.Route.Visitor;
import health.visavis.server.UseCaseLine.Caller;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Prints what the matrices try. A page that differs is written anew, and fails then: it belongs into the same commit.
class AccessMatrixPageTest {

    private static final Path PAGE = Path.of("..", "docs", "compliance", "access-matrix.md");

    @Test
    @Requirement("IAM-10")
    void thePageInTheDocsIsCurrent() throws IOException {
        var current = page();
        var written = Files.exists(PAGE) ? Files.readString(PAGE) : "";

        if (!written.equals(current)) {
            Files.writeString(PAGE, current);
        }

        assertThat(written)
                .as("docs/compliance/access-matrix.md was out of date; it has been written anew")
                .isEqualTo(current);
    }

    private static String page() {
        return """
                # Who may do what with whose data

                Printed by `AccessMatrixPageTest` from the tables that `AccessMatrixModuleTest` and `UseCaseMatrixModuleTest` try, cell by cell, on a real database: each line with everybody in its head, with the ids of a visit and with ids of
                nothing. A route or a use case that is in no table fails the build.

                *own*: the patient, doctor, nurse of the doctor's team and administrator of the clinic whose visit it is. *other*: the same roles without a part in it. *who acts*: somebody who acts for the patient
                ([0052](../adr/0052-somebody-acts-for-a-patient.md)), by what the patient has given them; after its end each of these lines is refused to them (404), but for *self*, which is their own account and the choice for whom they act. *any*: while they
                act, for whatever. *by code*: a doctor or nurse who came by a sealed code
                ([0048](../adr/0048-a-record-is-opened-in-an-emergency.md)): *always*, or *opened*, once they have opened the record of this patient in an emergency.
                *with consent*: who is shown entries of a chart that want the patient's consent (42 CFR Part 2) while the patient has agreed; *after consent was withdrawn*: who still is. To others
                such a document is as if it were not there (404); nothing else is answered otherwise, and no line shows such entries to who acts. A guest of a visit has a table of its own: `server/src/test/resources/guest-matrix.txt`.

                `ok` is not refused, `–` is refused, `?` is refused as if there were nothing (404), `in` is sent to sign in.

                ## Pages and interfaces

                | | stranger | own patient | doctor | nurse | admin | other patient | doctor | nurse | who acts | by code | with consent | after consent was withdrawn |
                |---|---|---|---|---|---|---|---|---|---|---|---|---|
                %s

                ## Use cases

                | | act | own patient | doctor | nurse | admin | other patient | doctor | nurse | no role | a process | who acts | by code | with consent | after consent was withdrawn |
                |---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|
                %s
                """.formatted(routes(), useCases());
    }

    private static String routes() {
        return Route.all().stream()
                .map(route -> "| `%s` |%s %s | %s | %s |"
                        .formatted(
                                route.name(),
                                cells(route.expected(), Visitor.values()),
                                route.isPublic() ? "as strangers" : openTo(route.name()),
                                route.isPublic() ? "as strangers" : openByCode(route.name()),
                                shown(route.name(), Visitor.class)))
                .distinct()
                .collect(Collectors.joining("\n"));
    }

    private static String useCases() {
        return UseCaseLine.all().stream()
                .map(line -> "| %s | %s |%s %s | %s | %s |"
                        .formatted(
                                line.name(),
                                line.action(),
                                cells(line.expected(), Caller.values()),
                                openTo(line.name()),
                                openByCode(line.name()),
                                shown(line.name(), Caller.class)))
                .collect(Collectors.joining("\n"));
    }

    private static <A> String cells(Map<A, String> expected, A[] who) {
        return Arrays.stream(who)
                .map(one -> " %s |".formatted(sign(expected.get(one))))
                .collect(Collectors.joining());
    }

    private static String sign(String answer) {
        return switch (answer) {
            case "403" -> "–";
            case "404" -> "?";
            default -> answer;
        };
    }

    private static String openByCode(String what) {
        return ByCode.openTo(what).map(when -> when.toLowerCase(Locale.ROOT)).orElse("–");
    }

    /// Two cells; a line that shows nothing of what wants a consent to anybody has nothing in them.
    private static <W extends Enum<W>> String shown(String what, Class<W> type) {
        return Arrays.stream(WantsConsent.values())
                .map(consent -> consent.shownTo(what, type))
                .map(who -> WantsConsent.listed().contains(what) ? words(who) : "")
                .collect(Collectors.joining(" | "));
    }

    private static String words(Set<? extends Enum<?>> who) {
        return who.isEmpty()
                ? "nobody"
                : who.stream().map(one -> one.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining(", "));
    }

    private static String openTo(String what) {
        return Acting.openTo(what)
                .map(given -> given.equals("GRANT") ? "any" : given.toLowerCase(Locale.ROOT))
                .orElse("–");
    }
}
