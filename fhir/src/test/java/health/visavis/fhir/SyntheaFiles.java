package health.visavis.fhir;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

/// The three people of `synthea/`, unpacked into a folder that a test may spoil.
final class SyntheaFiles {

    static final String LATONYA = "Latonya_Jami_Stiedemann_196b6069-9bdd-a3fb-20ce-47414b6e8cdd.json";
    static final String CORDIE = "Cordie_Kelsey_McLaughlin_069b5064-ff05-2225-3995-f32685518bc6.json";
    static final String JESSIE = "Jessie_Glover_1e621f4c-db30-c273-49e9-2dcad508a9cb.json";
    static final List<String> CLINIC = List.of("hospitalInformation.json", "practitionerInformation.json");

    private SyntheaFiles() {}

    static Path everythingIn(Path folder) throws IOException {
        clinicIn(folder);
        return patientsIn(folder, LATONYA, CORDIE, JESSIE);
    }

    static Path clinicIn(Path folder) throws IOException {
        return patientsIn(folder, CLINIC.toArray(String[]::new));
    }

    static Path patientsIn(Path folder, String... names) throws IOException {
        for (var name : names) {
            Files.writeString(folder.resolve(name), text(name));
        }
        return folder;
    }

    static String text(String name) throws IOException {
        try (var in = open(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static InputStream open(String name) throws IOException {
        var packed = SyntheaFiles.class.getResourceAsStream("/synthea/" + name + ".gz");
        if (packed == null) {
            throw new IllegalArgumentException(name);
        }
        return new GZIPInputStream(packed);
    }
}
