package health.visavis.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.visavis.MutableClock;
import health.visavis.PlatformTest;
import health.visavis.TestDatabase;
import health.visavis.access.AccessDenied;
import health.visavis.access.Actor;
import health.visavis.access.Proof;
import health.visavis.custody.AskForKeyAct.AskOutcome;
import health.visavis.custody.domain.KeyAct;
import health.visavis.custody.domain.KeyRequest;
import health.visavis.custody.domain.KeyRequest.Answer;
import health.visavis.custody.domain.KeyRequest.Ending;
import health.visavis.custody.store.KeyRequests;
import health.visavis.kernel.PatientId;
import health.visavis.kernel.Requirement;
import health.visavis.keys.ContentDestroyed;
import health.visavis.keys.KeyRing;
import health.visavis.keys.PatientCipher;
import health.visavis.keys.RowContext;
import health.visavis.people.PeopleFixtures;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;

@PlatformTest
@Requirement("CRY-07")
class CustodyModuleTest {

    private static final RowContext ROW = RowContext.of("message", "body", UUID.randomUUID());
    private static final KeyAct ROTATE = new KeyAct.Rotate();

    @Autowired
    AskForKeyAct askForKeyAct;

    @Autowired
    DecideKeyAct decide;

    @Autowired
    CarryOutKeyAct carryOut;

    @Autowired
    ReadKeys readKeys;

    @Autowired
    CustodyRounds custodyRounds;

    @Autowired
    KeyRequests requests;

    @Autowired
    KeyRing keyRing;

    @Autowired
    PatientCipher cipher;

    @Autowired
    PeopleFixtures people;

    @Autowired
    MutableClock clock;

    private final JdbcTemplate database = new JdbcTemplate(TestDatabase.asSuperuser());
    private Actor one;
    private Actor other;

    @BeforeEach
    void twoAdministrators() {
        database.update("DELETE FROM key_request");
        one = people.admin();
        other = people.admin();
    }

    @Test
    void theKeyTurnsOnceTwoHaveAgreedAndNotBefore() {
        var before = keyRing.standing().current();
        var request = asked(one, ROTATE);
        custodyRounds.make();
        assertThat(keyRing.standing().current()).isEqualTo(before);
        assertThat(decide.agree(one, request)).isEqualTo(new Answer.SamePerson());

        assertThat(decide.agree(other, request)).isInstanceOf(Answer.Agreed.class);
        custodyRounds.make();

        awaitEnding(request, Ending.DONE);
        var after = keyRing.standing().current();
        assertThat(after).isNotEqualTo(before);
        custodyRounds.make();
        assertThat(keyRing.standing().current()).as("once").isEqualTo(after);
        assertThat(actsOf(request))
                .containsExactly("request-key-act", "approve-key-act", "approve-key-act", "carry-out-key-act");
    }

    @Test
    @Requirement("CRY-08")
    void aPatientsContentIsDestroyedAndTheTrailStays() {
        var patient = Objects.requireNonNull(people.patient().patient());
        var sealed = cipher.encryptText(patient, ROW, "text");
        var request = asked(one, new KeyAct.Destroy(patient));
        assertThat(cipher.decryptText(patient, ROW, sealed)).isEqualTo("text");

        decide.agree(other, request);
        custodyRounds.make();

        awaitEnding(request, Ending.DONE);
        assertThatThrownBy(() -> cipher.decryptText(patient, ROW, sealed)).isInstanceOf(ContentDestroyed.class);
        assertThat(database.queryForList(
                        "SELECT action FROM audit_event WHERE patient_id = ? ORDER BY at, id",
                        String.class,
                        patient.value()))
                .endsWith("request-key-act", "approve-key-act", "carry-out-key-act");
    }

    @Test
    @Requirement("MON-03")
    void whoeverAsksForDestructionIsAnAlarmAndWhoeverTurnsAKeyIsNone() {
        asked(other, ROTATE);
        asked(one, new KeyAct.Destroy(Objects.requireNonNull(people.patient().patient())));

        assertThat(alarmsAbout(one)).containsExactly("key-deletion-attempt");
        assertThat(alarmsAbout(other)).isEmpty();
    }

    /// Nobody signs in to a command: what it asks is nobody's word.
    @Test
    void whatACommandAsksTwoAdministratorsHaveToAgreeTo() {
        var request = asked(Actor.system("keys"), ROTATE);

        assertThat(decide.agree(one, request)).isInstanceOf(Answer.Agreed.class);
        assertThat(requests.find(request).orElseThrow()).isInstanceOf(KeyRequest.Backed.class);
        assertThat(decide.agree(one, request)).isEqualTo(new Answer.SamePerson());
        assertThat(decide.agree(other, request)).isInstanceOf(Answer.Agreed.class);
    }

    @Test
    void askingAndAgreeingWantAProofOfNow() {
        var request = asked(one, ROTATE);
        var stale = new Actor(
                other.person(),
                other.roles(),
                null,
                null,
                other.origin(),
                new Proof(clock.instant().minus(Duration.ofMinutes(11))));

        assertThatThrownBy(() -> decide.agree(stale, request))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.type(AccessDenied.class))
                .matches(AccessDenied::wantsFreshProof);
        assertThatThrownBy(() -> askForKeyAct.ask(stale, ROTATE, "why")).isInstanceOf(AccessDenied.class);
        assertThat(decide.refuse(stale, request)).as("to refuse is always safe").isTrue();
    }

    @Test
    void theDatabaseHoldsTheRuleOfTwoToo() {
        var request = asked(one, ROTATE);

        assertThatThrownBy(() -> database.update(
                        "UPDATE key_request SET state = 'APPROVED', second_by = first_by, second_at = now() WHERE id = ?",
                        request))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> database.update("UPDATE key_request SET state = 'APPROVED' WHERE id = ?", request))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void aRefusedOneIsNotAgreedToAnyMore() {
        var request = asked(one, ROTATE);

        assertThat(decide.refuse(other, request)).isTrue();

        assertThat(decide.agree(other, request)).isEqualTo(new Answer.NotOpen());
        assertThat(decide.refuse(other, request)).isFalse();
        carryOut.done(Actor.system("custody"), request);
        assertThat(ending(request)).isEqualTo(Ending.REFUSED);
    }

    @Test
    void whatIsWrongIsSaidBeforeAnybodyIsAskedToAgree() {
        assertThat(askForKeyAct.ask(one, ROTATE, "  ")).isEqualTo(new AskOutcome.ReasonMissing());
        assertThat(askForKeyAct.ask(one, new KeyAct.Destroy(PatientId.next()), "why"))
                .isEqualTo(new AskOutcome.NoSuchPatient());
        assertThat(askForKeyAct.ask(one, new KeyAct.Revoke(keyRing.standing().current()), "why"))
                .isEqualTo(new AskOutcome.IsCurrent());
        asked(one, ROTATE);
        assertThat(askForKeyAct.ask(other, ROTATE, "why")).isEqualTo(new AskOutcome.AskedBefore());
    }

    @Test
    void aVersionThatOpensWhatIsInUseIsNotRevoked() {
        cipher.encryptText(PatientId.next(), ROW, "text");
        var old = keyRing.standing().current();
        keyRing.rotate();

        assertThat(askForKeyAct.ask(one, new KeyAct.Revoke(old), "why")).isInstanceOf(AskOutcome.StillInUse.class);
        assertThat(keyRing.revoke(old)).isInstanceOf(KeyRing.Revocation.StillInUse.class);
    }

    @Test
    @Requirement("CRY-08")
    void aVersionThatNothingIsLeftOfIsRevoked() {
        var old = keyRing.rotate();
        keyRing.rotate();
        assertThat(keyRing.standing().unused()).contains(old);
        var request = asked(one, new KeyAct.Revoke(old));
        decide.agree(other, request);

        custodyRounds.make();

        awaitEnding(request, Ending.DONE);
        assertThat(keyRing.standing().versions())
                .noneMatch(version -> version.keyId().equals(old));
    }

    @Test
    void aVersionThatThereIsNotIsGivenUp() {
        var request = asked(one, new KeyAct.Revoke("no-such-key/1"));
        decide.agree(other, request);

        custodyRounds.make();

        awaitEnding(request, Ending.FAILED);
    }

    @Test
    void theStandingNamesVersionsAndWhoAgreed() {
        cipher.encryptText(PatientId.next(), ROW, "text");
        asked(one, ROTATE);

        var custody = readKeys.read(other);

        assertThat(custody.open()).hasSize(1);
        assertThat(custody.people()).containsKey(one.person());
        assertThat(custody.standing().versions())
                .anyMatch(version -> version.keyId().equals(custody.standing().current()) && version.dataKeys() > 0);
        assertThat(custody.standing().cacheLifetime()).isEqualTo(Duration.ofMinutes(10));
    }

    private UUID asked(Actor actor, KeyAct act) {
        return ((AskOutcome.Asked) askForKeyAct.ask(actor, act, "the yearly turn")).request();
    }

    /// The application's own rounds may have been quicker.
    private void awaitEnding(UUID request, Ending ending) {
        Awaitility.await().untilAsserted(() -> assertThat(ending(request)).isEqualTo(ending));
    }

    private Ending ending(UUID request) {
        return requests.find(request).orElseThrow() instanceof KeyRequest.Closed closed ? closed.ending() : null;
    }

    private List<String> actsOf(UUID request) {
        return database.queryForList(
                "SELECT action FROM audit_event WHERE subject_id = ? ORDER BY at, id", String.class, request);
    }

    private List<String> alarmsAbout(Actor actor) {
        return database.queryForList(
                "SELECT kind FROM alarm WHERE subject = ?",
                String.class,
                actor.person().toString());
    }
}
