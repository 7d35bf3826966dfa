package health.visavis.local.demo;

import health.visavis.local.CannotStart;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a running edition says about itself in its data folder, for those who join it and for the edge in front.
record RunningEdition(URI issuer, boolean lan, @Nullable Edge edge) {

    private static final String FILE = "visavis-running.properties";

    /// @param address where people come
    /// @param id what it writes into `X-Azure-FDID` of every request, as Azure Front Door does
    record Edge(URI address, UUID id) {}

    void write(Path data) {
        var properties = new Properties();
        properties.setProperty("issuer", issuer.toString());
        properties.setProperty("lan", Boolean.toString(lan));
        if (edge != null) {
            properties.setProperty("edge", edge.address().toString());
            properties.setProperty("edge-id", edge.id().toString());
        }
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
        var edge = properties.getProperty("edge");
        return new RunningEdition(
                URI.create(properties.getProperty("issuer")),
                Boolean.parseBoolean(properties.getProperty("lan")),
                edge == null ? null : new Edge(URI.create(edge), UUID.fromString(properties.getProperty("edge-id"))));
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
