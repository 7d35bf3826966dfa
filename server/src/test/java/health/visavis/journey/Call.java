package health.visavis.journey;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.List;
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

    /// Sentences of the room replace one another; whoever hears the page hears each.
    static final String REMEMBER_WHAT_IS_SAID = """
            window.saidOnThisPage = [];
            new MutationObserver((changes) => {
              for (const { target } of changes) {
                if (target.dataset?.ref === 'said') window.saidOnThisPage.push(target.textContent);
              }
            }).observe(document, { childList: true, subtree: true });
            """;

    /// Pictures a sixteenth as large as a real camera's: what they show is the same, and several browsers on one
    /// machine have time for the pages.
    static final String SMALL_CAMERA = """
            const devices = navigator.mediaDevices;
            const open = devices?.getUserMedia.bind(devices);
            if (open) {
              const small = { width: { ideal: 320 }, height: { ideal: 180 } };
              devices.getUserMedia = (wanted) =>
                open(wanted.video && !window.hasAWholeCamera ? { ...wanted, video: { ...wanted.video, ...small } } : wanted);
            }
            """;

    private static final String ALWAYS_KEEP_THE_PICTURE = """
            setInterval(() => {
              const offer = document.querySelector('button[data-do=pictureKeep]');
              if (offer?.checkVisibility()) offer.click();
            }, 1000);
            """;

    private static final String FACTS = """
            async () => {
              const facts = { framesDecoded: 0, framesSent: 0, audioPackets: 0, dtls: '', srtp: '', local: '', remote: '', connections: 0, room: '' };
              const room = document.querySelector('[data-module=call]')?.dataset;
              facts.room = room ? `${room.phase}, ${room.status}, ${room.line}` : 'no room';
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

    private static final String FRAMES = """
            async () => {
              const frames = [];
              for (const connection of window.peerConnectionsOfThisPage ?? []) {
                if (connection.connectionState !== 'connected') continue;
                let decoded = 0;
                for (const report of (await connection.getStats()).values()) {
                  if (report.type === 'inbound-rtp' && report.kind === 'video') decoded += report.framesDecoded ?? 0;
                }
                frames.push(decoded);
              }
              return frames;
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
            int connections,
            String room) {}

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
                number(facts, "connections").intValue(),
                (String) facts.get("room"));
    }

    /// Waits until so many more frames of the other person have been decoded than now.
    Facts afterFrames(int more) {
        int before = facts().framesDecoded();
        return Awaitility.await("frames of the other person")
                .atMost(PATIENCE)
                .pollInSameThread()
                .until(this::facts, facts -> facts.framesDecoded() >= before + more && facts.audioPackets() > 0);
    }

    /// From now on, on this page: five who all see each other are more than a busy machine carries, and pictures
    /// would be given up for the sound.
    void alwaysKeepsThePicture() {
        page.evaluate(ALWAYS_KEEP_THE_PICTURE);
    }

    /// Waits until pictures of so many people have come, some of each.
    void afterFramesOfEach(int people, int frames) {
        Awaitility.await("frames of " + people + " others in " + facts().room())
                .atMost(PATIENCE.multipliedBy(3))
                .pollInSameThread()
                .until(
                        this::framesOfEach,
                        each -> each.stream()
                                        .filter(decoded -> decoded >= frames)
                                        .count()
                                == people);
    }

    /// Presses a control of the room, behind "More" where it stands there.
    void presses(String act) {
        if (page.locator("#room-more button[data-do=" + act + "]").count() > 0) {
            page.locator("button[popovertarget=room-more]").click();
        }
        page.locator("button[data-do=" + act + "]:visible").first().click();
    }

    /// Waits until the page has said so, before or from now on.
    void says(String sentence) {
        page.waitForFunction("sentence => window.saidOnThisPage.includes(sentence)", sentence);
    }

    /// Frames decoded so far over each connection that is open.
    @SuppressWarnings("unchecked")
    List<Integer> framesOfEach() {
        return ((List<Number>) page.evaluate(FRAMES))
                .stream().map(Number::intValue).toList();
    }

    private static Number number(Map<String, Object> facts, String name) {
        return (Number) facts.get(name);
    }
}
