package health.visavis.local.telephone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import health.visavis.PlatformTest;
import health.visavis.kernel.Sensitive;
import health.visavis.local.telephone.SimulatedCall.State;
import health.visavis.telephone.PhoneDesk;
import health.visavis.telephone.PhoneEngine;
import health.visavis.telephone.PhoneEngineContract;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

@PlatformTest
class SimulatedCarrierContractModuleTest extends PhoneEngineContract {

    private static final Pattern PROOF = Pattern.compile("name=\"proof\" value=\"([0-9a-f]+)\"");

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PhoneDesk desk;

    private SimulatedCarrier carrier;

    @BeforeEach
    void makeTheCarrier() {
        carrier = new SimulatedCarrier(new SimulatedCalls(jdbc), desk, "+1 555 0100", Clock.systemUTC());
    }

    @Override
    protected PhoneEngine engine() {
        return carrier;
    }

    @Override
    protected Optional<PhoneEngine> unreachableEngine() {
        return Optional.empty();
    }

    @Override
    protected long ringsAt(String number) {
        return carrier.newest().stream()
                .filter(call -> call.number().equals(number))
                .count();
    }

    @Override
    protected void picksUp(String number, String reference) {
        carrier.answer(UUID.fromString(reference));
    }

    @Override
    protected void isBusy(String number, String reference) {
        carrier.isBusy(UUID.fromString(reference));
    }

    @Override
    protected void letsItRing(String number, String reference) {
        carrier.letItRing(UUID.fromString(reference));
    }

    @Override
    protected void putsDown(String number, String reference) {
        carrier.putDown(UUID.fromString(reference));
    }

    @Override
    protected boolean isHeld(String reference) {
        return carrier.newest().stream()
                .anyMatch(call -> call.id().toString().equals(reference) && call.state() != State.OVER);
    }

    @Test
    void itSaysThatItIsASimulation() {
        assertThat(carrier.simulated()).isTrue();
    }

    @Test
    void aCallerWhomNobodyExpectsIsNotPutThroughToAnybody() {
        assertThat(carrier.callClinic(Sensitive.of("+12024569999"))).isFalse();
        assertThat(carrier.newest().getFirst().state()).isEqualTo(State.OVER);
    }

    @Test
    void thePageAnswersOnlyToItsOwnForms() throws Exception {
        var page = MockMvcBuilders.standaloneSetup(new TelephonePageController(carrier))
                .build();
        var call = new SimulatedCall(
                UUID.randomUUID(),
                false,
                "+12024560000",
                State.RINGING,
                Clock.systemUTC().instant());
        new SimulatedCalls(jdbc).add(call);

        var foreign = page.perform(
                        post("/mailbox/telephone/{call}/answer", call.id()).param("proof", "guessed"))
                .andReturn()
                .getResponse();
        assertThat(foreign.getStatus()).isEqualTo(404);
        assertThat(state(call)).isEqualTo(State.RINGING);

        var drawn = page.perform(get("/mailbox/telephone"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(drawn).contains("no telephone rings and no sound is carried");
        var proof = PROOF.matcher(drawn);
        assertThat(proof.find()).isTrue();
        var own = page.perform(
                        post("/mailbox/telephone/{call}/answer", call.id()).param("proof", proof.group(1)))
                .andReturn()
                .getResponse();
        assertThat(own.getStatus()).isEqualTo(303);
        assertThat(state(call)).isEqualTo(State.TALKING);
    }

    private State state(SimulatedCall call) {
        return new SimulatedCalls(jdbc).find(call.id()).orElseThrow().state();
    }
}
