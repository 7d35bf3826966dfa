package health.visavis.proof;

import health.visavis.proof.Crowd.Member;
import health.visavis.proof.http.Form;
import health.visavis.proof.http.WebSession;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/// One booking as the last page of booking sends it.
public final class Booking {

    public enum Answer {
        BOOKED,
        TAKEN,
        REFUSED,
        FAILED
    }

    private static final int REDIRECT = 303;
    private static final int CONFLICT = 409;
    private static final int UNPROCESSABLE = 422;

    private Booking() {}

    public static Answer of(Member member, WebSession session, UUID clinician, Instant start) {
        return answer(session.submitOnly(form(member, session.address(), clinician, start))
                .status());
    }

    public static Form form(Member member, URI address, UUID clinician, Instant start) {
        return new Form(
                address.resolve("/appointments"),
                "post",
                Map.of(
                        "_csrf", member.formToken(),
                        "request", UUID.randomUUID().toString(),
                        "clinician", clinician.toString(),
                        "start", start.toString(),
                        "reason", "A cough"));
    }

    private static Answer answer(int status) {
        return switch (status) {
            case REDIRECT, 302 -> Answer.BOOKED;
            case CONFLICT -> Answer.TAKEN;
            case UNPROCESSABLE -> Answer.REFUSED;
            default -> Answer.FAILED;
        };
    }
}
