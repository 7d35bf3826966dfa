package health.visavis.proof.bench;

import com.microsoft.playwright.Page;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/// What arrived over a call's connection at one of its two ends, from `RTCPeerConnection.getStats`.
///
/// @param way kind of the ICE candidates that carried it: `host` straight, `relay` over a TURN server
record Line(String way, Stream video, Stream audio) {

    private static final String SCRIPT = """
            async () => {
              const line = { way: '', video: { jitter: 0, lost: 0, received: 0 }, audio: { jitter: 0, lost: 0, received: 0 } };
              for (const connection of window.benchConnections ?? []) {
                if (connection.connectionState !== 'connected') continue;
                const stats = await connection.getStats();
                for (const report of stats.values()) {
                  if (report.type === 'inbound-rtp') {
                    const stream = line[report.kind];
                    stream.jitter = Math.max(stream.jitter, report.jitter ?? 0);
                    stream.lost += report.packetsLost ?? 0;
                    stream.received += report.packetsReceived ?? 0;
                  }
                  if (report.type === 'transport') {
                    const pair = stats.get(report.selectedCandidatePairId);
                    line.way = stats.get(pair?.localCandidateId)?.candidateType ?? '';
                  }
                }
              }
              return line;
            }
            """;

    /// @param jitterMillis as the receiver estimates it at this moment (RFC 3550, 6.4.1)
    record Stream(double jitterMillis, long lost, long received) {

        double lossPercent() {
            return received + lost == 0 ? 0 : 100.0 * lost / (received + lost);
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "jitter %4.1f ms, lost %d of %,d packets (%.2f %%)",
                    jitterMillis,
                    lost,
                    received + lost,
                    lossPercent());
        }
    }

    @SuppressWarnings("unchecked")
    static Line into(Page page) {
        var told = (Map<String, Object>) page.evaluate(SCRIPT);
        return new Line((String) of(told, "way"), stream(told, "video"), stream(told, "audio"));
    }

    @SuppressWarnings("unchecked")
    private static Stream stream(Map<String, Object> told, String kind) {
        var stream = (Map<String, Number>) of(told, kind);
        return new Stream(
                of(stream, "jitter").doubleValue() * 1000,
                of(stream, "lost").longValue(),
                of(stream, "received").longValue());
    }

    private static <T> T of(Map<String, T> told, String name) {
        return Objects.requireNonNull(told.get(name));
    }
}
