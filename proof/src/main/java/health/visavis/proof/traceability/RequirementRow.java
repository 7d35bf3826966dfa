package health.visavis.proof.traceability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// One row of what the platform must do. `where` says whether one machine can prove it (`L`), only a cloud
/// subscription (`Z`), each a part (`L+Z`), or a document (`D`). `claimed` is our word that it is done; a claim
/// needs a passing test.
record RequirementRow(String id, String where, boolean claimed, String feature) {

    static List<RequirementRow> read(Path csv) throws IOException {
        return Files.readAllLines(csv).stream()
                .skip(1)
                .filter(line -> !line.isBlank())
                .map(RequirementRow::parse)
                .toList();
    }

    private static RequirementRow parse(String line) {
        var cells = line.split(",", 4);
        if (cells.length != 4) {
            throw new IllegalArgumentException("Not four cells (id,where,claim,feature): " + line);
        }
        var claim = cells[2].strip();
        if (!claim.isEmpty() && !claim.equals("done")) {
            throw new IllegalArgumentException("A claim is 'done' or nothing: " + line);
        }
        return new RequirementRow(cells[0].strip(), cells[1].strip(), !claim.isEmpty(), cells[3].strip());
    }
}
