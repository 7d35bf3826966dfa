package health.visavis.fhir;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import health.visavis.kernel.Algorithms;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/// The files of one import, in the order in which they are read.
record FhirFiles(List<FhirFile> files) {

    /// So far a file is looked into for the type of its first resource.
    private static final int PEEK_TOKENS = 2_000;

    FhirFiles {
        files = List.copyOf(files);
    }

    static FhirFiles in(Path folderOrFile) throws IOException {
        var paths = new ArrayList<Path>();
        if (Files.isDirectory(folderOrFile)) {
            try (var walk = Files.walk(folderOrFile.toRealPath())) {
                walk.filter(path -> Files.isRegularFile(path) && FhirFile.isOne(path))
                        .forEach(paths::add);
            }
        } else {
            paths.add(folderOrFile);
        }
        var unordered = new ArrayList<FhirFile>();
        for (var path : paths) {
            unordered.add(new FhirFile(path, 0, Files.size(path), firstType(new FhirFile(path, 0, 0, ""))));
        }
        // Big files early: at the end both workers should finish together.
        unordered.sort(Comparator.comparing(FhirFile::rank)
                .thenComparing(FhirFile::bytes, Comparator.reverseOrder())
                .thenComparing(FhirFile::path));
        var ordered = new ArrayList<FhirFile>();
        for (var file : unordered) {
            ordered.add(new FhirFile(file.path(), ordered.size() + 1, file.bytes(), file.firstType()));
        }
        return new FhirFiles(ordered);
    }

    long bytes() {
        return files.stream().mapToLong(FhirFile::bytes).sum();
    }

    /// Files that can be read side by side, group after group.
    List<List<FhirFile>> groups() {
        var groups = new ArrayList<List<FhirFile>>();
        var rank = -1;
        for (var file : files) {
            if (file.rank() != rank) {
                groups.add(new ArrayList<>());
                rank = file.rank();
            }
            groups.getLast().add(file);
        }
        return groups;
    }

    /// The same for the same names and sizes; says nothing about either.
    String fingerprint() {
        try {
            var digest = Algorithms.inUse().digest("SHA-256");
            for (var file : files) {
                digest.update((file.path().getFileName() + "|" + file.bytes() + "\n").getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("SHA-256 is not available", missing);
        }
    }

    private static String firstType(FhirFile file) {
        try (var in = file.open();
                var parser = new JsonFactory().createParser(in)) {
            for (var seen = 0; seen < PEEK_TOKENS; seen++) {
                var token = parser.nextToken();
                if (token == null) {
                    return "";
                }
                if (token == JsonToken.FIELD_NAME && "resourceType".equals(parser.currentName())) {
                    var type = parser.nextTextValue();
                    if (type != null && !"Bundle".equals(type)) {
                        return type;
                    }
                }
            }
            return "";
        } catch (IOException unreadable) {
            // The reader will meet the same fault, and count it.
            return "";
        }
    }
}
