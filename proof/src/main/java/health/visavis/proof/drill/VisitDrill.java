package health.visavis.proof.drill;

import static health.visavis.proof.drill.Breakage.DATABASE_RESTARTED;
import static health.visavis.proof.drill.Breakage.ENGINE_BROKEN;
import static health.visavis.proof.drill.Breakage.ENGINE_LOST;
import static health.visavis.proof.drill.Breakage.INSTANCE_KILLED;
import static health.visavis.proof.drill.Breakage.MEDIA_LOST;
import static health.visavis.proof.drill.Breakage.NETWORK_SWITCHED;
import static health.visavis.proof.drill.Breakage.RESOURCE_BROKEN;
import static health.visavis.proof.drill.Breakage.RESOURCE_LOST;
import static health.visavis.proof.drill.Breakage.TELEPHONE;
import static health.visavis.proof.drill.Breakage.TOKEN_REFUSED;
import static health.visavis.proof.drill.Breakage.TURN_KILLED;
import static health.visavis.proof.drill.Series.NEVER;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import health.visavis.proof.http.WebSession;
import health.visavis.proof.running.Chromium;
import health.visavis.proof.running.Relay;
import health.visavis.proof.running.Running;
import health.visavis.proof.running.Visavis;
import health.visavis.proof.running.Workplace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Breaks what carries a visit, one thing at a time, in the middle of real calls, and says how long the two did
/// not see each other: from the last decoded frame to the next one, on the side that had it worse.
final class VisitDrill {

    /// What this drill is called when it runs where the network can be switched.
    static final String AT_THE_CLINIC = "visit-at-the-clinic";

    private static final int PATIENCE = 45_000;

    /// Waiting for the telephone is mostly waiting: several calls do it at once.
    private static final int CALLS_AT_ONCE = 2;

    private final Series series;

    VisitDrill(Series series) {
        this.series = series;
    }

    boolean run() {
        if (!Relay.isInstalled()) {
            throw new IllegalStateException("This drill needs coturn: apt-get install coturn");
        }
        if (series.wants(RESOURCE_BROKEN, ENGINE_BROKEN, TOKEN_REFUSED, RESOURCE_LOST, ENGINE_LOST, MEDIA_LOST)) {
            inABrowserOfItsOwn(this::onASimulatedVendor);
        }
        if (series.wants(TURN_KILLED, TELEPHONE)) {
            inABrowserOfItsOwn(this::onRelaysOnly);
        }
        if (series.wants(INSTANCE_KILLED, DATABASE_RESTARTED)) {
            inABrowserOfItsOwn(this::onTwoInstances);
        }
        if (series.wants(NETWORK_SWITCHED)) {
            goToTheClinic();
        }
        return series.held();
    }

    private static void inABrowserOfItsOwn(Consumer<Browser> part) {
        try (var playwright = Playwright.create();
                var browser = Chromium.launch(playwright)) {
            part.accept(browser);
        }
    }

    private void onASimulatedVendor(Browser browser) {
        try (var media = new Relay()) {
            var visavis = Visavis.onASimulatedVendor(
                    "drill-visit-vendor",
                    "visavis.visit.simulation.turn-urls=" + media.url(),
                    "visavis.visit.simulation.turn-secret=" + media.secretReference());
            try (var running = visavis.start();
                    var client = WebSession.newClient()) {
                var vendor = SimulatedVendor.of(running, client);
                var people = new People(visavis, client, running);
                Supplier<TwoInACall> waiting = () -> {
                    media.startAgain();
                    return people.wait(browser);
                };
                vendor.first().opensNothing();
                each(RESOURCE_BROKEN, waiting, call -> onTheSecond(vendor, () -> begins(call, "simulated")));
                vendor.second().opensNothing();
                each(ENGINE_BROKEN, waiting, call -> begins(call, "direct"));
                vendor.first().refusesTokens();
                vendor.second().refusesTokens();
                each(TOKEN_REFUSED, waiting, call -> begins(call, "direct"));
                vendor.first().heals();
                vendor.second().heals();
                // Whoever was on the relay does not find back to it; started again, it is the second resource's.
                each(RESOURCE_LOST, waiting, call -> {
                    call.admit();
                    return onTheSecond(
                            vendor,
                            () -> goesOn(call, "simulated", "simulated", () -> {
                                media.kill();
                                media.startAgain();
                            }));
                });
                each(MEDIA_LOST, waiting, call -> {
                    call.admit();
                    return goesOn(call, "simulated", "direct", media::kill);
                });
                vendor.second().opensNothing();
                each(ENGINE_LOST, waiting, call -> {
                    call.admit();
                    return goesOn(call, "simulated", "direct", media::kill);
                });
            }
        }
    }

    /// It counts only where the second resource has opened a room for it.
    private static double onTheSecond(SimulatedVendor vendor, DoubleSupplier call) {
        var before = vendor.second().opened();
        var silence = call.getAsDouble();
        return vendor.second().opened() > before ? silence : NEVER;
    }

    private void onRelaysOnly(Browser browser) {
        try (var first = new Relay();
                var second = new Relay()) {
            var visavis = Visavis.forADemo(
                    "drill-visit-relays",
                    "visavis.ice.turn-urls=" + first.url() + "," + second.url(),
                    "visavis.ice.turn-secret=" + first.secretReference(),
                    "visavis.ice.policy=RELAY");
            try (var running = visavis.start();
                    var client = WebSession.newClient()) {
                var people = new People(visavis, client, running);
                Supplier<TwoInACall> waiting = () -> {
                    first.startAgain();
                    second.startAgain();
                    return people.wait(browser);
                };
                each(TURN_KILLED, waiting, call -> {
                    call.admit();
                    return goesOn(
                            call, "direct", "direct", () -> (first.carries(call.relayInUse()) ? first : second).kill());
                });
                series.of(TELEPHONE, () -> {
                    var calls = Stream.generate(waiting)
                            .limit(Math.min(CALLS_AT_ONCE, series.runs()))
                            .toList();
                    try {
                        calls.forEach(TwoInACall::admit);
                        return telephoneIsOffered(calls, first, second);
                    } finally {
                        calls.forEach(TwoInACall::close);
                    }
                });
            }
        }
    }

    private static List<Double> telephoneIsOffered(List<TwoInACall> calls, Relay... relays) {
        if (!calls.stream().allMatch(call -> call.untilBothSeeThrough("direct", PATIENCE))) {
            return List.of(NEVER);
        }
        List.of(relays).forEach(Relay::kill);
        long broken = System.currentTimeMillis();
        var seconds = new ArrayList<Double>();
        for (var call : calls) {
            seconds.add(
                    call.untilBothAreOffered("telephone", PATIENCE)
                            ? (System.currentTimeMillis() - broken) / 1000.0
                            : NEVER);
        }
        return seconds;
    }

    /// The patient comes through a door that leads to a second instance until that one is killed.
    private void onTwoInstances(Browser browser) {
        var visavis = Visavis.forADemo("drill-visit-instances");
        try (var running = visavis.start();
                var client = WebSession.newClient();
                var door = Door.onLoopback(running.address());
                var second = new Second(visavis)) {
            var people = new People(visavis, client, running, door.address());
            each(
                    INSTANCE_KILLED,
                    () -> {
                        door.leadTo(second.start().address());
                        return people.wait(browser);
                    },
                    call -> {
                        call.admit();
                        var silence = goesOn(call, "direct", "direct", () -> {
                            second.kill();
                            door.leadTo(running.address());
                        });
                        return call.untilBothAreOnline(PATIENCE) ? silence : NEVER;
                    });
            door.leadTo(running.address());
            each(DATABASE_RESTARTED, () -> people.wait(browser), call -> {
                call.admit();
                var silence = goesOn(
                        call, "direct", "direct", () -> visavis.database().restart());
                return call.untilBothAreOnline(PATIENCE) ? silence : NEVER;
            });
        }
    }

    /// Clinic, database and doctor run inside of a namespace; so a process of its own goes on there.
    private void goToTheClinic() {
        var obstacle = TwoUplinks.obstacle();
        if (!obstacle.isEmpty()) {
            Series.skip(NETWORK_SWITCHED, obstacle);
            return;
        }
        try (var _ = TwoUplinks.open()) {
            var command = TwoUplinks.atTheClinic(List.of(
                    Workplace.java(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    Drill.class.getName(),
                    AT_THE_CLINIC,
                    "--runs",
                    Integer.toString(series.runs())));
            var there = new ProcessBuilder(command).inheritIO().start();
            switch (there.waitFor()) {
                case 0 -> {}
                case Drill.MISSED -> series.missedElsewhere();
                default -> series.didNotRun(NETWORK_SWITCHED);
            }
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /// The doctor is at the clinic, the patient at home with a telephone that leaves the Wi-Fi.
    static boolean atTheClinic(Series series) {
        var visavis = Visavis.forADemo("drill-visit-network");
        var uplinks = TwoUplinks.opened();
        try (var running = visavis.start();
                var client = WebSession.newClient();
                var door = new Door(running.address(), InetAddress.ofLiteral(TwoUplinks.CLINIC_ADDRESS));
                var playwright = Playwright.create();
                var clinic = Chromium.launch(playwright);
                var home = Chromium.launch(
                        playwright,
                        program -> TwoUplinks.atHome(program, Workplace.keptFolder("homes")),
                        "--host-resolver-rules=MAP localhost " + TwoUplinks.CLINIC_ADDRESS)) {
            var people = new People(visavis, client, running, door.address());
            new VisitDrill(series)
                    .each(
                            NETWORK_SWITCHED,
                            () -> {
                                uplinks.useWifi();
                                return people.wait(home, clinic);
                            },
                            call -> {
                                call.admit();
                                var silence = goesOn(call, "direct", "direct", uplinks::useMobile);
                                return call.showsEverybodyOnce() && call.untilBothAreOnline(PATIENCE) ? silence : NEVER;
                            });
        }
        return series.held();
    }

    /// The engine fails before anybody saw anything: counted from the click that lets the patient in.
    private static double begins(TwoInACall call, String client) {
        long broken = System.currentTimeMillis();
        call.admit();
        return call.untilBothSeeThrough(client, PATIENCE) ? call.firstFrameAfter(broken) : NEVER;
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

    private void each(Breakage breakage, Supplier<TwoInACall> waiting, ToDoubleFunction<TwoInACall> fault) {
        series.of(breakage, () -> {
            try (var call = waiting.get()) {
                return List.of(fault.applyAsDouble(call));
            }
        });
    }

    /// The instance that is killed, and started again for the next call.
    private static final class Second implements AutoCloseable {

        private final Visavis visavis;
        private @Nullable Running running;

        Second(Visavis visavis) {
            this.visavis = visavis;
        }

        Running start() {
            close();
            return running = visavis.join();
        }

        void kill() {
            Objects.requireNonNull(running).kill();
        }

        @Override
        public void close() {
            if (running != null) {
                running.close();
            }
        }
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
            return wait(browser, browser);
        }

        TwoInACall wait(Browser patients, Browser doctors) {
            return TwoInACall.waiting(patients, patient, patientsAddress, doctors, doctor, doctorsAddress);
        }
    }
}
