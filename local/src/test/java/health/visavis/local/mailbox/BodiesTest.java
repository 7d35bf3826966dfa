package health.visavis.local.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import health.visavis.local.mailbox.MailboxView.Piece;
import org.junit.jupiter.api.Test;

class BodiesTest {

    private final Bodies bodies = new Bodies("http://localhost:8080");

    @Test
    void addressesOfThisClinicAreLinksWithoutTheFullStopBehindThem() {
        assertThat(bodies.pieces("See http://localhost:8080/appointments/7. Thank you"))
                .containsExactly(
                        new Piece("See ", false),
                        new Piece("http://localhost:8080/appointments/7", true),
                        new Piece(". Thank you", false));
    }

    @Test
    void otherAddressesStayText() {
        assertThat(bodies.pieces("https://example.org/a")).containsExactly(new Piece("https://example.org/a", false));
        assertThat(bodies.pieces("http://localhost:8080.evil.example/"))
                .first()
                .isEqualTo(new Piece("http://localhost:8080", true));
    }
}
