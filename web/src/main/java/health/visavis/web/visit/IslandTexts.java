package health.visavis.web.visit;

import health.visavis.web.layout.Shell;
import java.util.List;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/// The sentences an island needs, as JSON for its `data-texts`. Where a name belongs into a sentence the island
/// puts it: the server hands on `{name}`.
final class IslandTexts {

    private static final List<String> HELP = List.of(
            "voice.denied",
            "voice.missing",
            "voice.busy",
            "voice.unsupported",
            "camera.denied",
            "camera.missing",
            "camera.busy",
            "camera.unsupported",
            "allow.chrome",
            "allow.edge",
            "allow.firefox",
            "allow.safari",
            "allow.ios",
            "allow.other");

    private static final List<String> CHECK = List.of(
            "camera.good",
            "voice.speak",
            "voice.good",
            "speaker.good",
            "speaker.bad",
            "network.waiting",
            "network.good",
            "network.slow",
            "network.bad",
            "network.blocked",
            "network.noRelay",
            "network.tcpOnly",
            "voice.silent",
            "check.kept",
            "check.quiet",
            "check.changed");

    private static final List<String> ROOM = List.of(
            "do.mute",
            "do.unmute",
            "do.cameraOff",
            "do.cameraOn",
            "do.screenOn",
            "do.screenOff",
            "tile.voiceOn",
            "tile.voiceOff",
            "tile.connecting",
            "tile.interrupted",
            "tile.pictureOf",
            "tile.screenOf",
            "room.waitsSince",
            "room.waitingSince",
            "room.awaySince",
            "line.direct",
            "line.mesh",
            "line.relayed",
            "said.arrived",
            "said.admitted",
            "said.putBack",
            "said.left",
            "said.replaced",
            "said.failed",
            "said.moved",
            "said.sound",
            "said.telephone",
            "said.connected",
            "said.interrupted",
            "said.gone",
            "said.weak",
            "said.voiceOn",
            "said.voiceOff",
            "said.screenOn",
            "said.screenOff",
            "said.sharesScreen");

    private static final List<String> WORDS = List.of(
            "words.captionsOn",
            "words.captionsOff",
            "words.you",
            "words.youType",
            "words.types",
            "words.says",
            "words.aloudTyped",
            "words.aloudSpoken",
            "words.nobody",
            "words.source.waiting",
            "words.source.on",
            "words.source.muted",
            "words.source.asks",
            "words.source.declined",
            "words.source.unavailable",
            "words.source.service",
            "words.source.refused",
            "words.writing.on",
            "words.writing.muted",
            "words.writing.asks",
            "words.writing.unavailable",
            "words.writing.declined",
            "said.types",
            "said.blurOn",
            "said.blurOff",
            "picture.because.bandwidth",
            "picture.because.loss",
            "picture.because.delay",
            "picture.because.computer",
            "picture.reduced",
            "picture.low",
            "picture.sound",
            "picture.ownSound",
            "said.picture.reduced",
            "said.picture.low",
            "said.picture.sound",
            "said.picture.better",
            "said.picture.full",
            "said.picture.kept");

    private static final List<String> GUESTS = List.of(
            "tile.pin",
            "tile.unpin",
            "tile.volume",
            "tile.handOf",
            "tile.lower",
            "guest.family",
            "guest.clinician",
            "guest.interpreter",
            "do.hand",
            "do.handDown",
            "said.pinned",
            "said.unpinned",
            "said.hand",
            "said.handDown",
            "said.ownHand",
            "said.ownHandDown",
            "said.guestWaits",
            "said.removed",
            "said.coHost");

    private IslandTexts() {}

    static String ofDeviceCheck(Shell shell) {
        return json(shell, HELP, CHECK);
    }

    static String ofRoom(Shell shell) {
        return json(shell, HELP, ROOM, WORDS, GUESTS);
    }

    @SafeVarargs
    private static String json(Shell shell, List<String>... keys) {
        var texts = new TreeMap<String, String>();
        for (var some : keys) {
            some.forEach(key -> texts.put(key, shell.t("visit." + key, "{name}")));
        }
        return JsonMapper.shared().writeValueAsString(texts);
    }
}
