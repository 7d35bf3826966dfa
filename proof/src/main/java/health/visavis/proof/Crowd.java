package health.visavis.proof;

import health.visavis.proof.http.SignIn;
import health.visavis.proof.http.WebSession;
import health.visavis.proof.running.Database;
import health.visavis.proof.running.Database.Patient;
import java.net.URI;
import java.net.http.HttpClient;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Patients who have signed in, each with a session and the token that forms carry.
public final class Crowd {

    /// Somebody of the crowd at a keyboard.
    public record Member(Patient patient, WebSession session, String formToken) {}

    private static final int SIGNING_IN_AT_ONCE = 8;

    private Crowd() {}

    public static List<Member> signedIn(int count, HttpClient client, URI address, Database database)
            throws SQLException, InterruptedException {
        var patients = database.addPatients(count, SignIn.issuer(client, address));
        try (var threads = Executors.newFixedThreadPool(SIGNING_IN_AT_ONCE)) {
            return threads
                    .invokeAll(patients.stream()
                            .map(patient -> (Callable<Member>) () -> signedIn(patient, client, address))
                            .toList())
                    .stream()
                    .map(Crowd::result)
                    .toList();
        }
    }

    private static Member signedIn(Patient patient, HttpClient client, URI address) {
        var session = SignIn.as(client, address, patient.name(), Patient.PASSWORD);
        var token = session.get("/appointments").formWith("_csrf").fields().get("_csrf");
        return new Member(patient, session, java.util.Objects.requireNonNull(token));
    }

    private static Member result(Future<Member> member) {
        try {
            return member.get();
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException("Somebody of the crowd could not sign in", failed);
        }
    }
}
