package health.visavis.proof.bench;

import health.visavis.proof.measure.Comparison;
import health.visavis.proof.running.Visavis;
import java.io.IOException;
import java.util.List;

/// Fifty pairs. Visavis encrypts and fsyncs a message before it acknowledges and delivers it; Prosody archives
/// without fsync.
final class ChatBench implements Measurement {

    @Override
    public List<Comparison> run() throws IOException, InterruptedException {
        ChatLoad.Result theirs;
        try (var prosody = ProsodySide.open(ChatLoad.PAIRS)) {
            theirs = new ChatLoad(prosody).run();
        }
        ChatLoad.Result ours;
        var visavis = Visavis.forADay("bench-chat");
        try (var running = visavis.start();
                var side = VisavisSide.open(visavis, running.address(), ChatLoad.PAIRS)) {
            ours = new ChatLoad(side).run();
        }
        System.out.printf("Visavis, encrypted and on disk: busy %s, quiet %s%n", ours.busy(), ours.quiet());
        System.out.printf("Prosody, archive without fsync: busy %s, quiet %s%n", theirs.busy(), theirs.quiet());
        return List.of(
                new Comparison("messages per second", ours.perSecond(), theirs.perSecond(), "/s", false, 1, 2),
                new Comparison(
                        "send to delivered, busy, p99",
                        ours.busy().percentile(0.99),
                        theirs.busy().percentile(0.99),
                        "ms",
                        true,
                        1,
                        0.5));
    }
}
