package health.visavis.local;

import java.io.IOException;
import java.util.Arrays;
import java.util.Properties;

/// A dotted version; what follows a dash says nothing about age.
public record Version(String text) implements Comparable<Version> {

    private static final Properties BUILT = built();

    public static Version visavis() {
        return new Version(BUILT.getProperty("visavis"));
    }

    public static Version postgresql() {
        return new Version(BUILT.getProperty("postgresql"));
    }

    public int major() {
        return numbers()[0];
    }

    public boolean isNewerThan(Version other) {
        return compareTo(other) > 0;
    }

    @Override
    public int compareTo(Version other) {
        return Arrays.compare(numbers(), other.numbers());
    }

    @Override
    public String toString() {
        return text;
    }

    private int[] numbers() {
        return Arrays.stream(text.replaceFirst("-.*", "").split("\\."))
                .mapToInt(Integer::parseInt)
                .toArray();
    }

    private static Properties built() {
        var properties = new Properties();
        try (var file = Version.class.getResourceAsStream("version.properties")) {
            if (file == null) {
                throw new IllegalStateException("version.properties is missing from the class path");
            }
            properties.load(file);
            return properties;
        } catch (IOException e) {
            throw new IllegalStateException("version.properties can not be read", e);
        }
    }
}
