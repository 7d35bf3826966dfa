package health.visavis.proxy;

import static health.visavis.proxy.ProxyFixtures.attempt;
import static health.visavis.proxy.ProxyFixtures.wish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.visavis.MutableClock;
import health.visavis.PlatformTest;
import health.visavis.TestDatabase;
import health.visavis.access.Access;
import health.visavis.access.AccessDenied;
import health.visavis.access.Action;
import health.visavis.access.Actor;
import health.visavis.access.Actors;
import health.visavis.access.Proof;
import health.visavis.access.ProxyGrants;
import health.visavis.access.ProxyScope;
import health.visavis.access.Role;
import health.visavis.chart.ReadChart;
import health.visavis.kernel.PatientId;
import health.visavis.kernel.Requirement;
import health.visavis.kernel.Sensitive;
import health.visavis.messaging.MessageDraft;
import health.visavis.messaging.MyThreads;
import health.visavis.messaging.ReadThread;
import health.visavis.messaging.SendMessage;
import health.visavis.messaging.SendOutcome;
import health.visavis.messaging.StartThread;
import health.visavis.people.AcceptInvitation;
import health.visavis.people.BeginCareRelationship;
import health.visavis.people.FindIdentity;
import health.visavis.people.PeopleFixtures;
import health.visavis.proxy.AcceptProxy.AcceptanceOutcome;
import health.visavis.proxy.AgreeToRepresentative.AgreementOutcome;
import health.visavis.proxy.EndProxy.EndOutcome;
import health.visavis.proxy.ExtendProxy.ExtensionOutcome;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/// Somebody acts for a patient, from the invitation to the end.
@PlatformTest
class ProxyModuleTest {

    @Autowired
    private InviteProxy invite;

    @Autowired
    private RegisterRepresentative registerRepresentative;

    @Autowired
    private AgreeToRepresentative agree;

    @Autowired
    private AcceptProxy accept;

    @Autowired
    private WelcomeProxy welcome;

    @Autowired
    private ListProxies list;

    @Autowired
    private EndProxy end;

    @Autowired
    private ExtendProxy extend;

    @Autowired
    private ActFor actFor;

    @Autowired
    private ProxyFixtures proxies;

    @Autowired
    private ProxyGrants grants;

    @Autowired
    private Access access;

    @Autowired
    private ReadChart readChart;

    @Autowired
    private StartThread startThread;

    @Autowired
    private SendMessage sendMessage;

    @Autowired
    private ReadThread readThread;

    @Autowired
    private MyThreads myThreads;

    @Autowired
    private AcceptInvitation acceptInvitation;

    @Autowired
    private FindIdentity findIdentity;

    @Autowired
    private BeginCareRelationship beginCare;

    @Autowired
    private PeopleFixtures people;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private MutableClock clock;

    @Autowired
    private JdbcTemplate application;

    private final JdbcTemplate database = new JdbcTemplate(TestDatabase.asSuperuser());

    private Actor father;
    private Actor daughter;

    @BeforeEach
    void aFatherAndADaughter() {
        clock.reset();
        father = people.patient();
        daughter = people.patient();
    }

    @AfterEach
    void timeGoesOnAsUsual() {
        clock.reset();
    }

    @Test
    @Requirement("IAM-10")
    void whoeverWasAskedActsForThePatientAndForNobodyElse() {
        proxies.grant(father, daughter);
        var acting = acting();

        assertThat(readChart.own(acting).patient().id()).isEqualTo(father.patient());
        assertThat(readChart.own(daughter).patient().id()).isEqualTo(daughter.patient());
        assertThatThrownBy(() -> readChart.of(acting, patientOf(daughter)))
                .as("their own record, while they act for somebody else")
                .isInstanceOfSatisfying(
                        AccessDenied.class,
                        denied -> assertThat(denied.existencePrivate()).isTrue());
        assertThatThrownBy(() -> readChart.of(daughter, patientOf(father)))
                .as("without saying for whom")
                .isInstanceOf(AccessDenied.class);
    }

    @Test
    void whatWasNotGivenIsRefusedWhateverItIsAbout() {
        proxies.grant(father, daughter, ProxyScope.APPOINTMENTS);

        for (var patient : List.of(patientOf(father), patientOf(daughter), PatientId.next())) {
            assertThatThrownBy(() -> readChart.of(acting(), patient))
                    .isInstanceOfSatisfying(AccessDenied.class, denied -> {
                        assertThat(denied.notForProxy()).isTrue();
                        assertThat(denied.existencePrivate()).isFalse();
                    });
        }
    }

    /// The one table: whatever comes to be an action is closed until somebody says to which scope it belongs.
    @Test
    void nobodyDoesForAnotherWhatIsThePatientsAlone() {
        for (var action : List.of(
                Action.TAKE_OWN_TRAIL,
                Action.READ_OWN_TRAIL,
                Action.QUESTION_ACCESS,
                Action.ANSWER_RECORDING,
                Action.INVITE_PROXY,
                Action.END_PROXY,
                Action.EXTEND_PROXY,
                Action.CHANGE_OWN_PROFILE)) {
            assertThat(action.proxyScope()).as(action.code()).isEmpty();
        }
        for (var action : Action.values()) {
            assertThat(action.proxyScope().isEmpty()
                            || action.reachOf(Role.PATIENT).ordinal() > 0)
                    .as("%s is nothing that a patient does", action.code())
                    .isTrue();
        }
    }

    @Test
    void whatThePatientTakesBackIsOverWithTheNextAct() {
        var grant = proxies.grant(father, daughter);
        readChart.own(acting());

        assertThat(end.end(father, grant.id())).isInstanceOf(EndOutcome.Ended.class);

        assertEnded();
        assertThat(end.end(father, grant.id())).isInstanceOf(EndOutcome.OverAlready.class);
        assertThat(list.own(father).past())
                .singleElement()
                .satisfies(past -> assertThat(
                                Objects.requireNonNull(past.grant().ended()).reason())
                        .isEqualTo(ProxyGrant.End.Reason.TAKEN_BACK));
    }

    @Test
    void whoeverActsGivesItBackAndNobodyElseDoesForThem() {
        var grant = proxies.grant(father, daughter);

        assertThatThrownBy(() -> actFor.giveBack(people.patient(), grant.id())).isInstanceOf(AccessDenied.class);
        assertThat(actFor.giveBack(daughter, grant.id())).isTrue();

        assertEnded();
        assertThat(actFor.list(daughter)).isEmpty();
    }

    @Test
    void itEndsByTheClockAloneAndAYearAtMost() {
        var forever =
                new ProxyWish("Ana", "Lopez", Relationship.DAUGHTER, ProxyFixtures.everything(), Period.ofYears(30));
        var asked = (AskingOutcome.Asked) invite.invite(father, forever);
        proxies.take(daughter, asked);

        assertThat(asked.until()).isBefore(clock.instant().plus(Duration.ofDays(367)));
        clock.moveTo(asked.until().minusSeconds(5));
        readChart.own(acting());
        clock.moveTo(asked.until());
        assertEnded();
    }

    @Test
    void thePatientLetsThemGoOnBeforeItIsOver() {
        var grant = proxies.grant(father, daughter, ProxyScope.RECORD);
        clock.advance(Duration.ofDays(100));

        assertThat(extend.extend(father, grant.id()))
                .isInstanceOfSatisfying(
                        ExtensionOutcome.Extended.class,
                        extended -> assertThat(extended.until()).isAfter(grant.until()));

        clock.advance(Duration.ofDays(200));
        assertThat(grants.scopesOf(daughter.person(), patientOf(father))).containsExactly(ProxyScope.RECORD);
        assertThat(extend.extend(father, grant.id())).isInstanceOf(ExtensionOutcome.OverAlready.class);
        assertThatThrownBy(() -> extend.extend(people.patient(), grant.id())).isInstanceOf(AccessDenied.class);
    }

    @Test
    void aLinkIsTakenUpOnceAndANewOneReplacesWhatWas() {
        var first = (AskingOutcome.Asked) invite.invite(father, wish(Relationship.DAUGHTER));
        proxies.take(daughter, first);
        assertThat(accept.accept(people.patient(), attempt(first.token())))
                .isInstanceOf(AcceptanceOutcome.NotValid.class);

        proxies.grant(father, daughter, ProxyScope.MESSAGES);

        assertThat(grants.scopesOf(daughter.person(), patientOf(father))).containsExactly(ProxyScope.MESSAGES);
        assertThat(list.own(father).acting()).hasSize(1);
        assertThat(list.own(father).past()).hasSize(1);
    }

    @Test
    void anInvitationThatWasTakenBackOpensNothing() {
        var asked = (AskingOutcome.Asked) invite.invite(father, wish(Relationship.DAUGHTER));
        var waiting = list.own(father).asked().getFirst();
        assertThatThrownBy(() -> end.withdraw(people.patient(), waiting.id())).isInstanceOf(AccessDenied.class);

        assertThat(end.withdraw(father, waiting.id())).isInstanceOf(EndOutcome.Ended.class);

        assertThat(accept.accept(daughter, attempt(asked.token()))).isInstanceOf(AcceptanceOutcome.NotValid.class);
        assertThat(welcome.look(attempt(asked.token()))).isEmpty();
        assertThat(list.own(father).asked()).isEmpty();
    }

    @Test
    void nobodyActsForThemselvesAndNoChildForAnybody() {
        var asked = (AskingOutcome.Asked) invite.invite(father, wish(Relationship.DAUGHTER));

        assertThat(accept.accept(father, attempt(asked.token()))).isInstanceOf(AcceptanceOutcome.Oneself.class);
        born(daughter, today().minusYears(12));
        assertThat(accept.accept(daughter, attempt(asked.token()))).isInstanceOf(AcceptanceOutcome.NotOfAge.class);
    }

    @Test
    void noMoreThanSoManyActForOnePatient() {
        for (int number = 0; number < 6; number++) {
            assertThat(invite.invite(father, wish(Relationship.OTHER))).isInstanceOf(AskingOutcome.Asked.class);
        }

        assertThat(invite.invite(father, wish(Relationship.OTHER))).isEqualTo(new AskingOutcome.TooMany(6));

        end.withdraw(father, list.own(father).asked().getFirst().id());
        assertThat(invite.invite(father, wish(Relationship.OTHER))).isInstanceOf(AskingOutcome.Asked.class);
    }

    @Test
    void whoeverHasNotShownLatelyWhoTheyAreAsksNobody() {
        var stale = new Actor(
                father.person(),
                father.roles(),
                father.patient(),
                null,
                father.origin(),
                new Proof(clock.instant().minus(Duration.ofMinutes(11))));

        assertThatThrownBy(() -> invite.invite(stale, wish(Relationship.SON)))
                .isInstanceOfSatisfying(
                        AccessDenied.class,
                        denied -> assertThat(denied.wantsFreshProof()).isTrue());
        var grant = proxies.grant(father, daughter);
        assertThat(end.end(stale, grant.id())).as("taking it back wants none").isInstanceOf(EndOutcome.Ended.class);
    }

    @Test
    @Requirement("IAM-10")
    void aParentActsForAChildUntilTheBirthdayAndNobodyHasToDoAnything() {
        var child = father;
        born(child, today().minusYears(18).plusDays(3));
        assertThat(invite.invite(child, wish(Relationship.MOTHER))).isInstanceOf(AskingOutcome.NotOfAge.class);
        var asked = (AskingOutcome.Asked)
                registerRepresentative.register(people.admin(), patientOf(child), wish(Relationship.MOTHER));
        var grant = proxies.take(daughter, asked);

        assertThat(end.end(child, grant.id())).isInstanceOf(EndOutcome.OfTheClinic.class);
        assertThat(extend.extend(child, grant.id())).isInstanceOf(ExtensionOutcome.OfTheClinic.class);
        clock.moveTo(grant.until().minusSeconds(5));
        readChart.own(acting());
        clock.moveTo(grant.until());
        assertEnded();
    }

    @Test
    @Requirement("IAM-10")
    void somebodyActsForAnAdultWhoCannotDecideOnceASecondPersonHasAgreed() {
        var admin = people.admin();
        var asked = (AskingOutcome.Asked)
                registerRepresentative.register(admin, patientOf(father), wish(Relationship.GUARDIAN));
        var waiting = list.of(admin, patientOf(father)).asked().getFirst();

        assertThat(waiting.waits()).isTrue();
        assertThat(welcome.look(attempt(asked.token()))).isEmpty();
        assertThat(welcome.waits(attempt(asked.token()))).isTrue();
        assertThat(accept.accept(daughter, attempt(asked.token()))).isInstanceOf(AcceptanceOutcome.NotValid.class);
        assertThat(agree.agree(admin, waiting.id())).isInstanceOf(AgreementOutcome.OwnRequest.class);
        assertThatThrownBy(() -> agree.agree(father, waiting.id())).isInstanceOf(AccessDenied.class);

        assertThat(agree.agree(people.admin(), waiting.id())).isInstanceOf(AgreementOutcome.Agreed.class);
        assertThat(agree.agree(people.admin(), waiting.id())).isInstanceOf(AgreementOutcome.NothingToAgree.class);

        var grant = proxies.take(daughter, asked);
        assertThat(grant.basis()).isEqualTo(Basis.REPRESENTED);
        assertThat(readChart.own(acting()).patient().id()).isEqualTo(father.patient());
        clock.moveTo(grant.until());
        assertEnded();
    }

    @Test
    void whatTheClinicHasRegisteredForAnAdultTheClinicAloneEndsAndNobodyExtends() {
        var admin = people.admin();
        var asked = (AskingOutcome.Asked)
                registerRepresentative.register(admin, patientOf(father), wish(Relationship.OTHER));
        var waiting = list.of(admin, patientOf(father)).asked().getFirst();
        assertThat(end.withdraw(father, waiting.id())).isInstanceOf(EndOutcome.OfTheClinic.class);
        agree.agree(people.admin(), waiting.id());
        var grant = proxies.take(daughter, asked);

        assertThat(end.end(father, grant.id())).isInstanceOf(EndOutcome.OfTheClinic.class);
        assertThat(extend.extend(father, grant.id())).isInstanceOf(ExtensionOutcome.OfTheClinic.class);
        assertThat(end.end(admin, grant.id())).isInstanceOf(EndOutcome.Ended.class);

        assertEnded();
    }

    @Test
    void aBirthDateThatIsPutRightMovesTheEnd() {
        born(father, today().minusYears(17));
        proxies.take(daughter, (AskingOutcome.Asked)
                registerRepresentative.register(people.admin(), patientOf(father), wish(Relationship.FATHER)));

        born(father, today().minusYears(30));

        assertEnded();
    }

    @Test
    void onlyTheClinicRegistersAParentAndOnlyAParent() {
        born(father, today().minusYears(8));
        var child = patientOf(father);

        assertThat(registerRepresentative.register(people.admin(), child, wish(Relationship.OTHER)))
                .isInstanceOf(AskingOutcome.NoParent.class);
        for (var other : List.of(people.patient(), people.doctor(), people.nurseOnTheTeamOf())) {
            assertThatThrownBy(() -> registerRepresentative.register(other, child, wish(Relationship.MOTHER)))
                    .isInstanceOf(AccessDenied.class);
        }
    }

    @Test
    void theClinicEndsWhatItHasRegistered() {
        born(father, today().minusYears(8));
        var grant = proxies.take(daughter, (AskingOutcome.Asked)
                registerRepresentative.register(people.admin(), patientOf(father), wish(Relationship.MOTHER)));

        assertThat(end.end(people.admin(), grant.id())).isInstanceOf(EndOutcome.Ended.class);

        assertEnded();
    }

    @Test
    void whoeverWasDeactivatedActsForNobodyAndNobodyForThem() {
        proxies.grant(father, daughter);
        people.deactivate(daughter);
        assertEnded();

        var another = people.patient();
        proxies.grant(father, another);
        people.deactivate(father);
        assertThat(grants.scopesOf(another.person(), patientOf(father))).isEmpty();
    }

    @Test
    void whoeverHasNoAccountMakesOneByTheLinkAndActsWithIt() {
        var asked = (AskingOutcome.Asked) invite.invite(father, wish(Relationship.DAUGHTER));
        assertThat(welcome.look(attempt(asked.token()))).hasValue("Ana");

        var invited = welcome.welcome(attempt(asked.token()), java.util.Locale.ENGLISH, father.origin())
                .orElseThrow();

        assertThat(welcome.welcome(attempt(asked.token()), java.util.Locale.ENGLISH, father.origin()))
                .as("a link that was used")
                .isEmpty();
        var subject = UUID.randomUUID().toString();
        acceptInvitation.accept(
                new AcceptInvitation.Identity(
                        "https://login.example.org", subject, Set.of(Role.PATIENT), father.origin()),
                invited.token().reveal());
        assertThat(findIdentity.find("https://login.example.org", subject)).hasValueSatisfying(found -> {
            assertThat(found.person().displayName()).isEqualTo("Ana Lopez");
            assertThat(found.patient()).as("a record of her own").isEmpty();
        });
        var ana = new Actor(invited.person(), Set.of(Role.PATIENT), null, null, father.origin(), Proof.NEVER);
        assertThat(actFor.list(ana))
                .singleElement()
                .satisfies(one -> assertThat(one.patient().id()).isEqualTo(father.patient()));
        assertThat(readChart.own(ana.actingFor(patientOf(father))).patient().id())
                .isEqualTo(father.patient());
    }

    @Test
    @Requirement("AUD-01")
    void theTrailSaysWhoActedAndForWhom() {
        proxies.grant(father, daughter, ProxyScope.MESSAGES);
        actFor.begin(daughter, patientOf(father));
        myThreads.list(acting());
        assertThatThrownBy(() -> readChart.own(acting())).isInstanceOf(AccessDenied.class);

        assertThat(database.queryForList(
                        "SELECT action || ' ' || reason FROM audit_event WHERE actor = ? AND patient_id = ? ORDER BY id",
                        String.class,
                        daughter.person().value(),
                        father.patient().value()))
                .contains("begin-acting any", "list-threads proxy", "read-chart proxy-not-for-this");
        assertThat(database.queryForObject(
                        "SELECT count(*) FROM audit_event WHERE actor = ? AND patient_id = ?",
                        Long.class,
                        daughter.person().value(),
                        daughter.patient().value()))
                .as("about her own data")
                .isZero();
    }

    @Test
    void aMessageHasTheNameOfWhoeverWroteItAndNobodyIsToldOfTheNextOne() {
        var doctor = people.doctor();
        proxies.grant(father, daughter);
        transaction.executeWithoutResult(open -> beginCare.recorded(patientOf(father), doctor.clinician()));
        var thread = startThread
                .with(acting(), patientOf(father), doctor.clinician())
                .orElseThrow();

        assertThat(sendMessage.send(
                        acting(), new MessageDraft(thread, UUID.randomUUID(), Sensitive.of("He sleeps badly"))))
                .isInstanceOf(SendOutcome.Stored.class);

        assertThat(readThread.newest(doctor, thread).messages()).singleElement().satisfies(message -> {
            assertThat(message.sender()).isEqualTo(daughter.person());
            assertThat(message.senderRole()).isEqualTo(Role.PATIENT);
            assertThat(message.byProxy()).isTrue();
        });
        assertThat(database.queryForObject(
                        "SELECT count(*) FROM thread_participant WHERE person_id = ?",
                        Long.class,
                        daughter.person().value()))
                .isZero();
    }

    /// The second wall: what a grant opens are that patient's rows.
    @Test
    @Requirement("IAM-10")
    void rowsOfThePatientAreOpenAndTheirOwnAreNot() {
        var doctor = people.doctor();
        for (var each : List.of(father, daughter)) {
            transaction.executeWithoutResult(open -> beginCare.recorded(patientOf(each), doctor.clinician()));
            assertThat(startThread.with(each, patientOf(each), doctor.clinician()))
                    .isPresent();
        }
        proxies.grant(father, daughter);

        assertThat(myThreads.list(acting()))
                .singleElement()
                .satisfies(thread -> assertThat(thread.patient()).isEqualTo(father.patient()));
        assertThat(myThreads.list(daughter))
                .singleElement()
                .satisfies(thread -> assertThat(thread.patient()).isEqualTo(daughter.patient()));
    }

    @Test
    void aClinicianWhoActsForSomebodyLeavesTheClinicBehind() {
        var person = people.doctor();
        var both = new Actor(
                person.person(),
                Set.of(Role.DOCTOR, Role.PATIENT),
                null,
                person.clinician(),
                person.origin(),
                person.proof());
        proxies.grant(father, both, ProxyScope.APPOINTMENTS);
        var acting = both.actingFor(patientOf(father));

        assertThat(acting.roles()).containsExactly(Role.PATIENT);
        assertThat(acting.clinician()).isNull();
        assertThat(access.allows(acting, Action.READ_AGENDA.of(Objects.requireNonNull(person.clinician()))))
                .isFalse();
        var onlyDoctor = person.actingFor(patientOf(father));
        assertThat(access.allows(onlyDoctor, Action.READ_APPOINTMENT.of(patientOf(father))))
                .as("whoever is no patient by role acts for none")
                .isFalse();
        assertThatThrownBy(() -> new Actor(
                        person.person(),
                        Set.of(Role.DOCTOR),
                        father.patient(),
                        null,
                        person.origin(),
                        person.proof(),
                        true))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void rowsAreAddedAndNeverChanged() {
        var grant = proxies.grant(father, daughter);

        for (var statement : List.of(
                "UPDATE proxy_grant SET until = now() + interval '9 years' WHERE id = ?",
                "DELETE FROM proxy_grant WHERE id = ?",
                "DELETE FROM proxy_grant_end WHERE grant_id = ?",
                "UPDATE proxy_invitation SET given = '' WHERE id = ?")) {
            assertThatThrownBy(() -> application.update(statement, grant.id()))
                    .as(statement)
                    .isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    void nobodyBeginsToActForWhomTheyDoNot() {
        assertThatThrownBy(() -> actFor.begin(daughter, patientOf(father)))
                .isInstanceOfSatisfying(
                        AccessDenied.class,
                        denied -> assertThat(denied.existencePrivate()).isTrue());
        assertThatThrownBy(() -> actFor.list(Actors.admin())).isInstanceOf(AccessDenied.class);
        assertThat(actFor.any(daughter)).isFalse();
    }

    private void assertEnded() {
        assertThat(grants.scopesOf(daughter.person(), patientOf(father))).isEmpty();
        assertThatThrownBy(() -> readChart.own(acting())).isInstanceOfSatisfying(AccessDenied.class, denied -> {
            assertThat(denied.proxyEnded()).isTrue();
            assertThat(denied.existencePrivate()).isTrue();
        });
    }

    private Actor acting() {
        return daughter.actingFor(patientOf(father));
    }

    private static PatientId patientOf(Actor actor) {
        return Objects.requireNonNull(actor.patient());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(Instant.now(), PeopleFixtures.NEW_YORK);
    }

    private void born(Actor patient, LocalDate day) {
        database.update(
                "UPDATE patient SET born_on = ? WHERE id = ?",
                java.sql.Date.valueOf(day),
                patientOf(patient).value());
    }
}
