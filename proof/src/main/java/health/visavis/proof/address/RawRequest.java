package health.visavis.proof.address;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.net.ssl.SSLSocket;

/// A request with headers that Java's client sets itself and lets nobody else set.
final class RawRequest {

    private static final int MOST_LINES = 200;

    private RawRequest() {}

    /// @param headers names in small letters
    record Head(int status, Set<String> headers) {

        boolean has(String header) {
            return headers.contains(header.toLowerCase(Locale.ROOT));
        }
    }

    /// @return status 0 when nothing that is HTTP was answered
    static Head of(Address address, String line, Map<String, String> headers) throws IOException {
        try (var socket = (SSLSocket) address.trust().getSocketFactory().createSocket(address.host(), address.port())) {
            socket.setSoTimeout((int) Address.PATIENCE.toMillis());
            var parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            var request = new StringBuilder(line + "\r\nHost: " + address.authority() + "\r\n");
            headers.forEach((name, value) -> request.append(name + ": " + value + "\r\n"));
            socket.getOutputStream().write((request + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            return head(
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1)));
        }
    }

    private static Head head(BufferedReader answer) throws IOException {
        var first = answer.readLine();
        var status =
                first != null && first.matches("HTTP/1\\.1 \\d{3}.*") ? Integer.parseInt(first.substring(9, 12)) : 0;
        var names = new TreeSet<String>();
        for (int number = 0; number < MOST_LINES; number++) {
            var line = answer.readLine();
            if (line == null || line.isEmpty()) {
                break;
            }
            names.add(line.split(":", 2)[0].toLowerCase(Locale.ROOT));
        }
        return new Head(status, names);
    }
}
