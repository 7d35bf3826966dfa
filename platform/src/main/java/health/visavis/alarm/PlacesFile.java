package health.visavis.alarm;

import health.visavis.alarm.domain.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// Reads places from a list that the clinic has got from somewhere: one range of addresses a line, separated by commas,
/// first and last address at the beginning, latitude and longitude at the end, whatever lies between. IPv4 and IPv6.
/// Kept in memory, some 200 bytes a line. No list comes with Visavis: the good ones have licences.
final class PlacesFile implements AddressPlaces {

    private final NavigableMap<Key, Range> ranges = new TreeMap<>();

    /// Addresses of one kind in their order, the kinds apart.
    private record Key(int bytes, BigInteger number) implements Comparable<Key> {

        static Key of(String address) {
            var bytes = InetAddress.ofLiteral(address.strip()).getAddress();
            return new Key(bytes.length, new BigInteger(1, bytes));
        }

        @Override
        public int compareTo(Key other) {
            return bytes == other.bytes ? number.compareTo(other.number) : Integer.compare(bytes, other.bytes);
        }
    }

    private record Range(Key last, Place place) {}

    /// @throws IllegalArgumentException for a line that is none, with its number
    PlacesFile(Path file) {
        var number = 0;
        try (var lines = Files.newBufferedReader(file)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    add(line);
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(
                    "visavis.alarm.places: line " + number + " is no range with a place", wrong);
        }
    }

    private void add(String line) {
        var values = line.split(",", -1);
        if (values.length < 4) {
            throw new IllegalArgumentException("too few values");
        }
        var place =
                new Place(Double.parseDouble(values[values.length - 2]), Double.parseDouble(values[values.length - 1]));
        ranges.put(Key.of(values[0]), new Range(Key.of(values[1]), place));
    }

    @Override
    public Optional<Place> of(String address) {
        Key key;
        try {
            key = Key.of(address);
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
        var found = ranges.floorEntry(key);
        return found != null && key.compareTo(found.getValue().last()) <= 0
                ? Optional.of(found.getValue().place())
                : Optional.empty();
    }
}
