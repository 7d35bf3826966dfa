package health.visavis.journey;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/// The three people of the importer's tests, the demo's patient among them, and a laboratory's file with two
/// mistakes in it.
final class SyntheticPeople {

    private static final Path PACKED = Path.of("..", "fhir", "src", "test", "resources", "synthea");
    private static final String MISTAKES = """
            {"resourceType":"Observation","id":"of-nobody","status":"final","code":{"text":"Glucose"}}
            This line is no JSON.
            """;

    private SyntheticPeople() {}

    static Path unpackedInto(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (var packed = Files.newDirectoryStream(PACKED, "*.gz")) {
            for (var file : packed) {
                var name = file.getFileName().toString().replaceFirst("\\.gz$", "");
                try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
                    Files.copy(in, folder.resolve(name));
                }
            }
        }
        Files.writeString(folder.resolve("laboratory.ndjson"), MISTAKES);
        return folder;
    }
}
