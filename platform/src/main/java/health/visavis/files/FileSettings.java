package health.visavis.files;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.time.Duration;
import java.util.Optional;
import org.springframework.util.unit.DataSize;

/// @param largest what a person may send at most
/// @param perPersonADay what a person may send within 24 hours
/// @param clamd where ClamAV's daemon listens: `unix:/run/clamav/clamd.ctl` or `tcp://host:3310`; empty where there
///     is none
/// @param scanWithin how long a scan may take
public record FileSettings(DataSize largest, DataSize perPersonADay, String clamd, Duration scanWithin) {

    public FileSettings {
        if (largest.toBytes() < 1 || largest.toMegabytes() > 100) {
            throw new IllegalArgumentException("visavis.files.largest must be between 1 byte and 100MB");
        }
        if (perPersonADay.compareTo(largest) < 0) {
            throw new IllegalArgumentException("visavis.files.per-person-a-day must not be less than the largest file");
        }
        if (scanWithin.isNegative() || scanWithin.isZero()) {
            throw new IllegalArgumentException("visavis.files.scan-within must be positive");
        }
        address(clamd);
    }

    Optional<SocketAddress> scanner() {
        return address(clamd);
    }

    private static Optional<SocketAddress> address(String clamd) {
        if (clamd.isBlank()) {
            return Optional.empty();
        }
        if (clamd.startsWith("unix:/")) {
            return Optional.of(UnixDomainSocketAddress.of(clamd.substring("unix:".length())));
        }
        var uri = clamd.startsWith("tcp://") ? URI.create(clamd) : null;
        if (uri == null || uri.getHost() == null || uri.getPort() < 1) {
            throw new IllegalArgumentException(
                    "visavis.files.clamd must be like unix:/run/clamav/clamd.ctl or tcp://host:3310");
        }
        return Optional.of(new InetSocketAddress(uri.getHost(), uri.getPort()));
    }
}
