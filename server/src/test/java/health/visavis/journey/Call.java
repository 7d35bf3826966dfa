package health.visavis.journey;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;

/// What a person's browser knows about the call it is in, from `RTCPeerConnection.getStats`.
final class Call {

    /// Runs before any script of a page, so that the connection which the call makes can be asked later.
    static final String REMEMBER_PEER_CONNECTIONS = """
            if (window.RTCPeerConnection) {
              window.peerConnectionsOfThisPage = [];
              window.RTCPeerConnection = class extends window.RTCPeerConnection {
                constructor(...settings) {
                  super(...settings);
                  window.peerConnectionsOfThisPage.push(this);
                }
              };
            }
            """;

    private static final String FACTS = """
            async () => {
              const facts = { framesDecoded: 0, framesSent: 0, audioPackets: 0, dtls: '', srtp: '', local: '', remote: '', connections: 0 };
              for (const connection of window.peerConnectionsOfThisPage ?? []) {
                if (connection.connectionState === 'closed') continue;
                facts.connections++;
                const stats = await connection.getStats();
                for (const report of stats.values()) {
                  if (report.type === 'inbound-rtp' && report.kind === 'video') {
                    facts.framesDecoded += report.framesDecoded ?? 0;
                  }
                  if (report.type === 'inbound-rtp' && report.kind === 'audio') facts.audioPackets += report.packetsReceived ?? 0;
                  if (report.type === 'outbound-rtp' && report.kind === 'video') facts.framesSent += report.framesSent ?? 0;
                  if (report.type === 'transport') {
                    facts.dtls = report.dtlsState ?? '';
                    facts.srtp = report.srtpCipher ?? '';
                    const pair = stats.get(report.selectedCandidatePairId);
                    facts.local = stats.get(pair?.localCandidateId)?.candidateType ?? '';
                    facts.remote = stats.get(pair?.remoteCandidateId)?.candidateType ?? '';
                  }
                }
              }
              return facts;
            }
            """;

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Page page;

    Call(Person person) {
        this.page = person.page();
    }

    record Facts(
            int framesDecoded,
            int framesSent,
            int audioPackets,
            String dtls,
            String srtp,
            String localCandidate,
            String remoteCandidate,
            int connections) {}

    Facts facts() {
        @SuppressWarnings("unchecked")
        var facts = (Map<String, Object>) page.evaluate(FACTS);
        return new Facts(
                number(facts, "framesDecoded").intValue(),
                number(facts, "framesSent").intValue(),
                number(facts, "audioPackets").intValue(),
                (String) facts.get("dtls"),
                (String) facts.get("srtp"),
                (String) facts.get("local"),
                (String) facts.get("remote"),
                number(facts, "connections").intValue());
    }

    /// Waits until so many more frames of the other person have been decoded than now.
    Facts afterFrames(int more) {
        int before = facts().framesDecoded();
        return Awaitility.await("frames of the other person")
                .atMost(PATIENCE)
                .pollInSameThread()
                .until(this::facts, facts -> facts.framesDecoded() >= before + more && facts.audioPackets() > 0);
    }

    private static Number number(Map<String, Object> facts, String name) {
        return (Number) facts.get(name);
    }
}
