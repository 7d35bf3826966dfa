package health.visavis.proof.scan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// `ScanSummary FOLDER`: reads the reports of a scan and writes `summary.md` beside them. Each tool's `TOOL.ran` says
/// how it went. Ends with 1 when a finding is not explained, or a tool that ran has left nothing to read.
public final class ScanSummary {

    private interface Reader {
        List<ScanFinding> read(Path file) throws IOException;
    }

    private record Tool(String report, Reader reader) {}

    private static final Map<String, Tool> TOOLS = tools();

    private final Explanations explanations;
    private final StringBuilder text = new StringBuilder("# What scanners found at the twin of the edge\n\n");
    private final List<String> notExplained = new ArrayList<>();

    private ScanSummary(Explanations explanations) {
        this.explanations = explanations;
    }

    static void main(String[] words) throws IOException {
        System.exit(of(Path.of(words[0]), Explanations.ours()) ? 0 : 1);
    }

    /// @return whether everything above informational is explained
    static boolean of(Path folder, Explanations explanations) throws IOException {
        var summary = new ScanSummary(explanations);
        for (var tool : TOOLS.entrySet()) {
            summary.add(tool.getKey(), tool.getValue(), folder);
        }
        Files.writeString(folder.resolve("summary.md"), summary.text);
        System.out.print(summary.text);
        summary.notExplained.forEach(finding -> System.err.println("NOT EXPLAINED  " + finding));
        return summary.notExplained.isEmpty();
    }

    private void add(String name, Tool tool, Path folder) throws IOException {
        var how = folder.resolve(name + ".ran");
        text.append("## ")
                .append(name)
                .append("\n")
                .append(Files.exists(how) ? Files.readString(how).strip() : "not run");
        text.append("\n\n");
        var report = folder.resolve(tool.report());
        if (!Files.exists(how) || Files.readString(how).startsWith("not run")) {
            return;
        }
        if (!Files.exists(report)) {
            notExplained.add(name + " has left no report");
            return;
        }
        var counted = new LinkedHashMap<String, Integer>();
        for (var finding : tool.reader().read(report)) {
            var why = explanations.of(finding);
            var line = "- %s (%s): %s. **%s**"
                    .formatted(finding.id(), finding.severity(), finding.words(), why.orElse("NOT EXPLAINED"));
            counted.merge(line, 1, Integer::sum);
            if (why.isEmpty()) {
                notExplained.add(name + ": " + finding.id() + ", " + finding.words());
            }
        }
        counted.forEach((line, times) -> text.append(line)
                .append(times > 1 ? " (" + times + " times)" : "")
                .append('\n'));
        text.append(counted.isEmpty() ? "Nothing above informational.\n\n" : "\n");
    }

    private static Map<String, Tool> tools() {
        var tools = new LinkedHashMap<String, Tool>();
        tools.put("sslscan", new Tool("sslscan.xml", Reports::sslscan));
        tools.put("testssl.sh", new Tool("testssl.json", Reports::testssl));
        tools.put("wapiti", new Tool("wapiti.json", Reports::wapiti));
        tools.put("sqlmap", new Tool("sqlmap.csv", Reports::sqlmap));
        return tools;
    }
}
