package health.visavis.proof.address;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;

/// Who answers, and how the line is kept.
final class Transport {

    private static final Duration LEFT = Duration.ofDays(14);
    private static final Set<Integer> LEADS_ELSEWHERE = Set.of(301, 302, 307, 308);
    private static final int REFUSED = 403;
    private static final int UNREADABLE = 400;

    private Transport() {}

    static List<Finding> of(Address address, Instant now) throws IOException, InterruptedException {
        var findings = new ArrayList<Finding>();
        for (var version : List.of("TLSv1.3", "TLSv1.2")) {
            findings.add(isSpoken(address, version));
        }
        findings.add(isRefused(address, "TLS 1.1", 2));
        findings.add(isRefused(address, "TLS 1.0", 1));
        findings.add(certificateLasts(address, now));
        findings.add(pagesLeadToTls(address));
        return findings;
    }

    /// A program that is led on goes on sending in clear, and nobody notices (ASVS 5.0, 4.1.2).
    static Finding programsAreRefusedInClear(Address address) throws InterruptedException {
        var expected = "programs that ask by plain HTTP are refused, not led to HTTPS";
        try {
            var answer = address.get(address.inClear("/api/slots"), Map.of());
            return Finding.of(
                    expected,
                    answer.statusCode() == REFUSED && answer.body().contains("/problems/sent-in-clear"),
                    "it answers " + answer.statusCode() + " and leads to " + to(answer));
        } catch (IOException nobody) {
            return new Finding.Holds(expected);
        }
    }

    private static Finding isSpoken(Address address, String version) throws IOException {
        var expected = version.replace("v", " ") + " is spoken";
        try {
            session(address, version);
            return new Finding.Holds(expected);
        } catch (SSLException refused) {
            return new Finding.Fails(expected, String.valueOf(refused.getMessage()));
        }
    }

    private static Finding isRefused(Address address, String version, int minor) throws IOException {
        return Finding.of(version + " is refused", !OldTls.isSpoken(address, minor), "it is spoken");
    }

    /// Its name and whoever vouches for it were checked by the handshake.
    private static Finding certificateLasts(Address address, Instant now) throws IOException {
        var certificate =
                (X509Certificate) session(address, "TLSv1.3", "TLSv1.2").getPeerCertificates()[0];
        var ends = certificate.getNotAfter().toInstant();
        return Finding.of(
                "the certificate is for " + address.host() + ", vouched for, and good until " + ends,
                ends.isAfter(now.plus(LEFT)),
                "it ends within " + LEFT.toDays() + " days");
    }

    /// Nowhere is nobody who speaks HTTP there, or a server that wants TLS.
    static Finding pagesLeadToTls(Address address) throws InterruptedException {
        var expected = "plain HTTP leads to HTTPS or nowhere";
        try {
            var answer = address.get(address.inClear("/"), Map.of());
            return Finding.of(
                    expected,
                    answer.statusCode() == UNREADABLE
                            || LEADS_ELSEWHERE.contains(answer.statusCode()) && address.isOurs(URI.create(to(answer))),
                    "it answers " + answer.statusCode() + " and leads to " + to(answer));
        } catch (IOException nobody) {
            return new Finding.Holds(expected);
        }
    }

    private static String to(HttpResponse<?> answer) {
        return answer.headers().firstValue("Location").orElse("nowhere");
    }

    private static SSLSession session(Address address, String... versions) throws IOException {
        try (var socket = (SSLSocket) address.trust().getSocketFactory().createSocket(address.host(), address.port())) {
            socket.setSoTimeout((int) Address.PATIENCE.toMillis());
            var parameters = socket.getSSLParameters();
            parameters.setProtocols(versions);
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            return socket.getSession();
        }
    }
}
