package health.visavis.proof.drill;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import health.visavis.proof.http.WebSession;
import health.visavis.proof.measure.Latencies;
import health.visavis.proof.running.Chromium;
import health.visavis.proof.running.Relay;
import health.visavis.proof.running.Running;
import health.visavis.proof.running.Visavis;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// Breaks what carries a visit, one thing at a time, in the middle of real calls, and says how long the two did
/// not see each other: from the last decoded frame to the next one, on the side that had it worse.
final class VisitDrill {

    private static final double MOST_SECONDS_OF_SILENCE = 5;
    private static final double MOST_SECONDS_TO_THE_TELEPHONE = 30;
    private static final int PATIENCE = 45_000;
    private static final double NEVER = 99;

    private final int runs;
    private boolean held = true;

    VisitDrill(int runs) {
        this.runs = runs;
    }

    boolean run() {
        if (!Relay.isInstalled()) {
            throw new IllegalStateException("This drill needs coturn: apt-get install coturn");
        }
        inABrowserOfItsOwn(this::withAVendor);
        inABrowserOfItsOwn(this::withRelaysOnly);
        inABrowserOfItsOwn(this::withTwoInstances);
        return held;
    }

    private static void inABrowserOfItsOwn(Consumer<Browser> part) {
        try (var playwright = Playwright.create();
                var browser = Chromium.launch(playwright)) {
            part.accept(browser);
        }
    }

    private void withAVendor(Browser browser) {
        try (var service = new VideoService();
                var media = new Relay()) {
            var visavis = Visavis.forADemo(
                    "drill-visit-vendor",
                    "visavis.visit.engines=stand-in,direct,audio,telephone",
                    "visavis.stand-in.url=" + service.url(),
                    "visavis.visit.simulation.engines=stand-in",
                    "visavis.visit.simulation.turn-urls=" + media.url(),
                    "visavis.visit.simulation.turn-secret=" + media.secret());
            try (var running = visavis.start();
                    var client = WebSession.newClient()) {
                var people = new People(visavis, client, running);
                Supplier<TwoInACall> waiting = () -> people.wait(browser);
                service.become(VideoService.Fault.BROKEN);
                measure("engine answers 500 at open", MOST_SECONDS_OF_SILENCE, waiting, VisitDrill::begins);
                service.become(VideoService.Fault.NO_TOKENS);
                measure("token refused", MOST_SECONDS_OF_SILENCE, waiting, VisitDrill::begins);
                service.become(VideoService.Fault.NONE);
                measure("engine lost in the call", MOST_SECONDS_OF_SILENCE, waiting, call -> {
                    media.startAgain();
                    call.admit();
                    return goesOn(call, "simulated", "direct", media::kill);
                });
            }
        }
    }

    private void withRelaysOnly(Browser browser) {
        try (var first = new Relay();
                var second = new Relay()) {
            var visavis = Visavis.forADemo(
                    "drill-visit-relays",
                    "visavis.ice.turn-urls=" + first.url() + "," + second.url(),
                    "visavis.ice.turn-secret=" + first.secret(),
                    "visavis.ice.policy=RELAY");
            try (var running = visavis.start();
                    var client = WebSession.newClient()) {
                var people = new People(visavis, client, running);
                Supplier<TwoInACall> waiting = () -> {
                    first.startAgain();
                    second.startAgain();
                    return people.wait(browser);
                };
                measure("TURN server in use killed, another is there", MOST_SECONDS_OF_SILENCE, waiting, call -> {
                    call.admit();
                    return goesOn(
                            call, "direct", "direct", () -> (first.carries(call.relayInUse()) ? first : second).kill());
                });
                measure("every TURN server killed: the telephone", MOST_SECONDS_TO_THE_TELEPHONE, waiting, call -> {
                    call.admit();
                    return telephoneIsOffered(call, first, second);
                });
            }
        }
    }

    private static double telephoneIsOffered(TwoInACall call, Relay... relays) {
        if (!call.untilBothSeeThrough("direct", PATIENCE)) {
            return NEVER;
        }
        List.of(relays).forEach(Relay::kill);
        long broken = System.currentTimeMillis();
        return call.untilBothAreOffered("telephone", PATIENCE) ? (System.currentTimeMillis() - broken) / 1000.0 : NEVER;
    }

    /// The patient comes through a door that leads to a second instance until that one is killed.
    private void withTwoInstances(Browser browser) {
        var visavis = Visavis.forADemo("drill-visit-instances");
        try (var running = visavis.start();
                var client = WebSession.newClient();
                var door = new Door(running.address())) {
            var people = new People(visavis, client, running, door.address());
            var second = new AtomicReference<@Nullable Running>();
            measure(
                    "the patient's instance killed",
                    MOST_SECONDS_OF_SILENCE,
                    () -> {
                        var joined = visavis.join();
                        second.set(joined);
                        door.leadTo(joined.address());
                        return people.wait(browser);
                    },
                    call -> {
                        call.admit();
                        var silence = goesOn(call, "direct", "direct", () -> {
                            Objects.requireNonNull(second.get()).kill();
                            door.leadTo(running.address());
                        });
                        return call.untilBothAreOnline(PATIENCE) ? silence : NEVER;
                    });
        }
    }

    /// The engine fails before anybody saw anything: counted from the click that lets the patient in.
    private static double begins(TwoInACall call) {
        long broken = System.currentTimeMillis();
        call.admit();
        return call.untilBothSeeThrough("direct", PATIENCE) ? call.firstFrameAfter(broken) : NEVER;
    }

    private static double goesOn(TwoInACall call, String before, String after, Runnable breakIt) {
        if (!call.untilBothSeeThrough(before, PATIENCE)) {
            return NEVER;
        }
        long broken = System.currentTimeMillis();
        breakIt.run();
        call.pause(1_000);
        return call.untilBothSeeThrough(after, PATIENCE) ? call.longestSilenceSince(broken) : NEVER;
    }

    private void measure(String what, double most, Supplier<TwoInACall> waiting, ToDoubleFunction<TwoInACall> fault) {
        var seconds = new ArrayList<Double>();
        for (int run = 0; run < runs; run++) {
            try (var call = waiting.get()) {
                seconds.add(fault.applyAsDouble(call));
            }
        }
        var times = Latencies.ofMillis(
                seconds.stream().mapToDouble(each -> each * 1000).toArray());
        var kept = times.percentile(0.95) / 1000 <= most;
        held &= kept;
        System.out.printf(
                Locale.ROOT,
                "%-46s p50 %5.2f s   p95 %5.2f s   most %5.2f s   bar %2.0f s   %d runs   %s%n",
                what,
                times.median() / 1000,
                times.percentile(0.95) / 1000,
                times.percentile(1) / 1000,
                most,
                runs,
                kept ? "kept" : "NOT KEPT");
    }

    private record People(WebSession patient, URI patientsAddress, WebSession doctor, URI doctorsAddress) {

        People(Visavis visavis, HttpClient client, Running running) {
            this(visavis, client, running, running.address());
        }

        People(Visavis visavis, HttpClient client, Running running, URI patientsAddress) {
            this(
                    visavis.signIn(client, running.address(), "patient"),
                    patientsAddress,
                    visavis.signIn(client, running.address(), "doctor"),
                    running.address());
        }

        TwoInACall wait(Browser browser) {
            return TwoInACall.waiting(browser, patient, patientsAddress, doctor, doctorsAddress);
        }
    }
}
