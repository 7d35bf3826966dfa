package health.visavis.local.demo;

import health.visavis.local.CannotStart;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/// What a running edition says about itself in its data folder, for those who join it.
record RunningEdition(URI issuer, boolean lan) {

    private static final String FILE = "visavis-running.properties";

    void write(Path data) {
        var properties = new Properties();
        properties.setProperty("issuer", issuer.toString());
        properties.setProperty("lan", Boolean.toString(lan));
        try (var writer = Files.newBufferedWriter(data.resolve(FILE))) {
            properties.store(writer, null);
        } catch (IOException e) {
            throw new CannotStart("The data folder " + data + " can not be written: " + e.getMessage(), e);
        }
    }

    static RunningEdition read(Path data) {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(data.resolve(FILE))) {
            properties.load(reader);
        } catch (IOException e) {
            throw new CannotStart("No Visavis is running on " + data + ". Start one there first, then join it.", e);
        }
        return new RunningEdition(
                URI.create(properties.getProperty("issuer")), Boolean.parseBoolean(properties.getProperty("lan")));
    }

    static boolean isIn(Path data) {
        return Files.exists(data.resolve(FILE));
    }

    static void forget(Path data) {
        try {
            Files.deleteIfExists(data.resolve(FILE));
        } catch (IOException e) {
            // The next start writes it anew; a joiner also needs the database, and finds it stopped.
        }
    }
}
