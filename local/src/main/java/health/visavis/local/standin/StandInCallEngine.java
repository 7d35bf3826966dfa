package health.visavis.local.standin;

import health.visavis.kernel.Sensitive;
import health.visavis.visit.CallCredential;
import health.visavis.visit.CallEngine;
import health.visavis.visit.EngineName;
import health.visavis.visit.EngineUnavailable;
import health.visavis.visit.EngineUnavailable.Reason;
import health.visavis.visit.Guest;
import health.visavis.visit.Line;
import health.visavis.visit.LinePlan;
import health.visavis.visit.SeatHolder;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;

/// Asks a service over HTTP as an adapter to a vendor does. A line is named by its visit and rung, a guest by
/// their line and seat; a token is whatever the service answers.
final class StandInCallEngine implements CallEngine {

    static final EngineName NAME = new EngineName("stand-in");
    private static final Duration TOKENS_LIVE = Duration.ofHours(1);
    private static final int UNKNOWN = 404;
    private static final int TOO_BUSY = 429;

    private final StandInSettings settings;
    private final Clock clock;
    private final HttpClient client;

    StandInCallEngine(StandInSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.client =
                HttpClient.newBuilder().connectTimeout(settings.patience()).build();
    }

    @Override
    public EngineName name() {
        return NAME;
    }

    @Override
    public Line open(LinePlan plan) {
        var name = plan.visit() + "-" + plan.rung();
        ask("PUT", "lines/" + name);
        return new Line(plan.visit(), NAME, name);
    }

    @Override
    public Guest enrol(Line line, SeatHolder holder) {
        ask("PUT", guests(line) + holder.seat());
        return new Guest(holder.seat(), line.reference() + "/" + holder.seat());
    }

    @Override
    public CallCredential credentialFor(Line line, Guest guest) {
        var token = ask("POST", guests(line) + guest.seat() + "/tokens");
        return new CallCredential.Hosted(
                line.reference(),
                guest.reference(),
                Sensitive.of(token),
                clock.instant().plus(TOKENS_LIVE));
    }

    @Override
    public void remove(Line line, Guest guest) {
        askUnlessGone("DELETE", guests(line) + guest.seat());
    }

    @Override
    public void close(Line line) {
        askUnlessGone("DELETE", "lines/" + line.reference());
    }

    private static String guests(Line line) {
        return "lines/" + line.reference() + "/guests/";
    }

    private void askUnlessGone(String method, String path) {
        try {
            ask(method, path);
        } catch (EngineUnavailable failure) {
            if (failure.reason() != Reason.GONE) {
                throw failure;
            }
        }
    }

    private String ask(String method, String path) {
        var request = HttpRequest.newBuilder(settings.url().resolve("/" + path))
                .timeout(settings.patience())
                .method(method, BodyPublishers.noBody())
                .build();
        try {
            var answer = client.send(request, BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new EngineUnavailable(NAME, reason(answer.statusCode()));
            }
            return answer.body();
        } catch (IOException unreachable) {
            throw new EngineUnavailable(NAME, Reason.UNREACHABLE);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new EngineUnavailable(NAME, Reason.UNREACHABLE);
        }
    }

    private static Reason reason(int status) {
        return switch (status) {
            case UNKNOWN -> Reason.GONE;
            case TOO_BUSY -> Reason.OVERLOADED;
            default -> status >= 500 ? Reason.FAILED : Reason.REFUSED;
        };
    }
}
