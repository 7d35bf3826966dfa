package health.visavis.proof.address;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Whether anybody gets past the edge: by an instance's own address, or by saying to the edge what only it may say.
final class Origin {

    private static final String ID = "X-Azure-FDID";
    private static final String ANOTHER = "00000000-0000-4000-8000-000000000000";
    private static final int REFUSED = 403;

    private Origin() {}

    /// What a sender claims of the edge is overwritten by it.
    static List<Finding> ofClaims(Address edge) throws IOException, InterruptedException {
        var claimed = edge.get("/", Map.of(ID, ANOTHER));
        var begun = edge.get(
                "/oauth2/authorization/visavis",
                Map.of("X-Forwarded-Host", "elsewhere.example", "Forwarded", "host=elsewhere.example"));
        return List.of(
                Finding.of(
                        "whatever id a sender claims, the edge's own comes through (" + ID + ")",
                        claimed.statusCode() == 200,
                        "it answers " + claimed.statusCode()),
                Finding.of(
                        "no sender says to which address people came",
                        !begun.headers().firstValue("Location").orElse("").contains("elsewhere.example"),
                        "the sign-in is told another one"));
    }

    /// @param origin an instance, from where its network can be reached
    static List<Finding> of(Address origin) throws IOException, InterruptedException {
        var findings = new ArrayList<Finding>();
        findings.add(isRefused("without the edge's id an instance refuses", origin.get("/", Map.of())));
        findings.add(isRefused("with another edge's id an instance refuses", origin.get("/", Map.of(ID, ANOTHER))));
        findings.add(
                isRefused("with two ids an instance refuses", origin.get("/", Map.of(ID, ANOTHER + "," + ANOTHER))));
        var probe = origin.get("/readyz", Map.of());
        findings.add(Finding.of(
                "probes are answered to anybody", probe.statusCode() == 200, "it answers " + probe.statusCode()));
        findings.add(plainIsRefused(origin));
        return findings;
    }

    private static Finding isRefused(String expected, HttpResponse<String> answer) {
        return Finding.of(
                expected,
                answer.statusCode() == REFUSED && answer.body().contains("wrong-address"),
                "it answers " + answer.statusCode());
    }

    private static Finding plainIsRefused(Address origin) throws IOException, InterruptedException {
        var expected = "an instance serves nothing without TLS";
        try {
            var answer = origin.get(URI.create("http://" + origin.authority() + "/readyz"), Map.of());
            return Finding.of(expected, answer.statusCode() >= 400, "it answers " + answer.statusCode());
        } catch (IOException hungUp) {
            return new Finding.Holds(expected);
        }
    }
}
