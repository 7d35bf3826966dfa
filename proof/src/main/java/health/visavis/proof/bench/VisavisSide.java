package health.visavis.proof.bench;

import health.visavis.proof.Crowd;
import health.visavis.proof.Crowd.Member;
import health.visavis.proof.http.WebSession;
import health.visavis.proof.running.Visavis;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Patients who write to a doctor: each with a session, a conversation and a connection of their own. The
/// doctor has a connection open for each conversation, as if each were open in a tab.
final class VisavisSide implements ChatSide {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient client;
    private final List<String> threads = new ArrayList<>();
    private final List<WebSocket> patients = new ArrayList<>();
    private final List<WebSocket> doctor = new ArrayList<>();
    private volatile Consumer<Delivered> listener = _ -> {};

    private VisavisSide(HttpClient client) {
        this.client = client;
    }

    static VisavisSide open(Visavis visavis, URI address, int pairs) throws InterruptedException {
        var side = new VisavisSide(WebSession.newClient());
        try {
            var database = visavis.database();
            var crowd = Crowd.signedIn(pairs, side.client, address, database);
            var ofDoctor = " FROM clinician JOIN local_account USING (person_id) WHERE account = 'doctor'";
            database.treat(
                    database.id("SELECT person_id" + ofDoctor),
                    crowd.stream().map(Member::patient).toList());
            var clinician = database.id("SELECT clinician.id" + ofDoctor);
            var doctor = visavis.signIn(side.client, address, "doctor");
            for (var member : crowd) {
                side.openPair(member, doctor, clinician);
            }
            return side;
        } catch (SQLException failed) {
            throw new IllegalStateException("The pairs could not be made", failed);
        }
    }

    @Override
    public void send(int pair, int number) {
        patients.get(pair)
                .sendText(
                        JSON.writeValueAsString(java.util.Map.of(
                                "type", "message",
                                "thread", threads.get(pair),
                                "clientId", UUID.randomUUID().toString(),
                                "text", text(number))),
                        true);
    }

    @Override
    public void onDelivered(Consumer<Delivered> newListener) {
        listener = newListener;
    }

    @Override
    public void close() {
        patients.forEach(WebSocket::abort);
        doctor.forEach(WebSocket::abort);
        client.close();
    }

    static String text(int number) {
        return "Message " + number + ": since yesterday evening, and it is a little better when I lie down.";
    }

    private void openPair(Member member, WebSession doctorSession, UUID clinician) throws InterruptedException {
        var form = member.session().get("/messages/new").formWith("partner").with("partner", clinician.toString());
        var path = member.session().submit(form).uri().getPath();
        var thread = path.substring(path.lastIndexOf('/') + 1);
        int pair = threads.size();
        threads.add(thread);
        patients.add(member.session().open("/live", new Texts(_ -> {})).join());

        var subscribed = new CountDownLatch(1);
        var socket = doctorSession
                .open("/live", new Texts(message -> heard(pair, message, subscribed)))
                .join();
        socket.sendText(
                        JSON.writeValueAsString(
                                java.util.Map.of("type", "subscribe", "topic", "thread:" + thread, "since", -1)),
                        true)
                .join();
        if (!subscribed.await(10, TimeUnit.SECONDS)) {
            throw new IllegalStateException("The doctor could not follow a conversation");
        }
        doctor.add(socket);
    }

    private void heard(int pair, JsonNode message, CountDownLatch subscribed) {
        switch (message.path("type").asString("")) {
            case "subscribed" -> subscribed.countDown();
            case "event" -> {
                var text = message.path("data").path("text").asString("");
                if (text.startsWith("Message ")) {
                    listener.accept(new Delivered(
                            pair, Integer.parseInt(text.substring("Message ".length(), text.indexOf(':')))));
                }
            }
            default -> {}
        }
    }

    private record Texts(Consumer<JsonNode> onMessage, StringBuilder parts) implements WebSocket.Listener {

        Texts(Consumer<JsonNode> onMessage) {
            this(onMessage, new StringBuilder());
        }

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
            parts.append(part);
            if (last) {
                var message = JSON.readTree(parts.toString());
                parts.setLength(0);
                onMessage.accept(message);
            }
            socket.request(1);
            return CompletableFuture.completedStage(null);
        }
    }
}
