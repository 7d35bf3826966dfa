package health.visavis.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.visavis.kernel.ClinicianId;
import health.visavis.kernel.PatientId;
import health.visavis.kernel.PersonId;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ActorTest {

    private static final Origin ORIGIN = new Origin("192.0.2.1", "-", "test");

    /// The highest reach of all roles decides, so that one beside it would open what a code does not.
    @Test
    void whoCameByACodeIsNothingElse() {
        var person = PersonId.next();
        var code = Set.of(Role.EMERGENCY);
        assertThat(new Actor(person, code, null, null, ORIGIN, Proof.ALWAYS).is(Role.EMERGENCY))
                .isTrue();

        assertThatThrownBy(
                        () -> new Actor(person, Set.of(Role.EMERGENCY, Role.DOCTOR), null, null, ORIGIN, Proof.ALWAYS))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Actor(person, code, PatientId.next(), null, ORIGIN, Proof.ALWAYS))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Actor(person, code, null, ClinicianId.next(), ORIGIN, Proof.ALWAYS))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
