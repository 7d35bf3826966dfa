package health.visavis.proof.bench;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// From a click to the first decoded frame of the other side, by the clock that all pages of a machine share.
final class FirstPicture {

    private static final int LONGEST_MILLIS = 30_000;
    private static final String SCRIPT = """
            document.addEventListener('click', () => tellBench('click', performance.timeOrigin + performance.now()), true);
            window.RTCPeerConnection = class extends window.RTCPeerConnection {
              constructor(...settings) {
                super(...settings);
                (window.benchConnections ??= []).push(this);
                const look = async () => {
                  if (this.connectionState === 'closed') return;
                  for (const report of (await this.getStats()).values()) {
                    if (report.type === 'inbound-rtp' && report.kind === 'video' && report.framesDecoded > 0) {
                      tellBench('picture', performance.timeOrigin + performance.now());
                      return;
                    }
                  }
                  setTimeout(look, 5);
                };
                let looking = false;
                this.addEventListener('track', ({ track }) => {
                  if (track.kind === 'video' && !looking) { looking = true; look(); }
                });
              }
            };
            """;

    private record Told(String what, double at) {}

    private final List<Told> told = new CopyOnWriteArrayList<>();

    void watch(BrowserContext context) {
        context.exposeBinding(
                "tellBench",
                (_, arguments) -> told.add(new Told((String) arguments[0], ((Number) arguments[1]).doubleValue())));
        context.addInitScript(SCRIPT);
    }

    /// Milliseconds from the last click until the later of the two sides saw the other.
    double untilBothSee(Page anyPage) {
        for (int waited = 0; at("picture").count() < 2; waited += 20) {
            if (waited > LONGEST_MILLIS) {
                throw new IllegalStateException("The two did not see each other; told: " + told);
            }
            anyPage.waitForTimeout(20);
        }
        return at("picture").max().orElseThrow() - at("click").max().orElseThrow();
    }

    private java.util.stream.DoubleStream at(String what) {
        return told.stream().filter(each -> each.what().equals(what)).mapToDouble(Told::at);
    }
}
