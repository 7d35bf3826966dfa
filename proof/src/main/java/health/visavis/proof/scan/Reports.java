package health.visavis.proof.scan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads what each tool has written. A report that can not be read is an error, never no finding.
final class Reports {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Set<String> HARMLESS = Set.of("OK", "INFO", "DEBUG");
    private static final Set<String> GOOD_CIPHERS = Set.of("strong", "acceptable");
    private static final Set<String> OLD = Set.of("ssl2", "ssl3", "tls1.0", "tls1.1");

    private Reports() {}

    /// `testssl --jsonfile`: a list of findings, each with a severity.
    static List<ScanFinding> testssl(Path file) throws IOException {
        var findings = new ArrayList<ScanFinding>();
        for (var entry : read(file)) {
            var severity = text(entry, "severity");
            if (!HARMLESS.contains(severity)) {
                findings.add(new ScanFinding("testssl.sh", text(entry, "id"), severity, text(entry, "finding")));
            }
        }
        return findings;
    }

    /// `wapiti -f json`: what it calls additional is informational.
    static List<ScanFinding> wapiti(Path file) throws IOException {
        var findings = new ArrayList<ScanFinding>();
        var report = read(file);
        for (var kind : List.of("vulnerabilities", "anomalies")) {
            for (var category : report.path(kind).properties()) {
                for (var entry : category.getValue()) {
                    findings.add(new ScanFinding(
                            "wapiti",
                            category.getKey(),
                            kind.equals("anomalies")
                                    ? "anomaly"
                                    : "level " + entry.path("level").asInt(),
                            text(entry, "method") + " " + text(entry, "path") + ": " + text(entry, "info")));
                }
            }
        }
        return findings;
    }

    /// `sqlmap --results-file`: a line for each parameter that can be injected, below a line of names.
    static List<ScanFinding> sqlmap(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .skip(1)
                .filter(line -> !line.isBlank() && !line.contains(",,,,"))
                .map(line -> new ScanFinding("sqlmap", "injection", "HIGH", line))
                .toList();
    }

    /// `sslscan --xml`.
    static List<ScanFinding> sslscan(Path file) throws IOException {
        var findings = new ArrayList<ScanFinding>();
        var report = xml(file);
        if (elements(report, "protocol").isEmpty()) {
            throw new IOException(file + " names no protocol");
        }
        for (var protocol : elements(report, "protocol")) {
            var name = protocol.getAttribute("type").toLowerCase(Locale.ROOT) + protocol.getAttribute("version");
            if (OLD.contains(name) && protocol.getAttribute("enabled").equals("1")) {
                findings.add(new ScanFinding("sslscan", name, "HIGH", "is spoken"));
            }
        }
        for (var cipher : elements(report, "cipher")) {
            if (!GOOD_CIPHERS.contains(cipher.getAttribute("strength"))) {
                findings.add(new ScanFinding(
                        "sslscan", cipher.getAttribute("cipher"), "MEDIUM", "is " + cipher.getAttribute("strength")));
            }
        }
        for (var heartbleed : elements(report, "heartbleed")) {
            if (heartbleed.getAttribute("vulnerable").equals("1")) {
                findings.add(new ScanFinding("sslscan", "heartbleed", "CRITICAL", "answers"));
            }
        }
        for (var compression : elements(report, "compression")) {
            if (compression.getAttribute("supported").equals("1")) {
                findings.add(new ScanFinding("sslscan", "compression", "MEDIUM", "is offered"));
            }
        }
        return findings;
    }

    private static JsonNode read(Path file) throws IOException {
        return JSON.readTree(Files.readString(file));
    }

    private static String text(JsonNode entry, String name) {
        return entry.path(name).asString("");
    }

    private static List<Element> elements(Document document, String name) {
        var nodes = document.getElementsByTagName(name);
        var elements = new ArrayList<Element>();
        for (int index = 0; index < nodes.getLength(); index++) {
            elements.add((Element) nodes.item(index));
        }
        return elements;
    }

    private static Document xml(Path file) throws IOException {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(file.toFile());
        } catch (ParserConfigurationException | SAXException unreadable) {
            throw new IOException(file + " is no report of sslscan", unreadable);
        }
    }
}
