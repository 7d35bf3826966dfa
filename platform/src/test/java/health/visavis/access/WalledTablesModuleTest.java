package health.visavis.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.visavis.PlatformTest;
import health.visavis.TestDatabase;
import health.visavis.kernel.ClinicianId;
import health.visavis.kernel.PatientId;
import health.visavis.kernel.PersonId;
import health.visavis.kernel.Requirement;
import health.visavis.kernel.TimeOrderedId;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/// Every table behind the second wall, from inside: a statement of a store into which somebody else has put words; and
/// each reason for which rows are opened without a patient's name, with the tables that it opens and no others.
@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WalledTablesModuleTest {

    /// In the order in which rows can be made. One patient's rows all have one id.
    private enum Table {
        MESSAGE_THREAD(
                "id",
                "INSERT INTO message_thread (id, patient_id, clinician_id, created_at)"
                        + " VALUES (:id, :patient, :id, now())"),
        MESSAGE(
                "id",
                "INSERT INTO message (id, thread_id, sequence, sender_id, sender_role, client_id, body, sent_at)"
                        + " VALUES (:id, :id, 1, :patient, 'PATIENT', :id, '', now())"),
        MESSAGE_FILE("message_id", "INSERT INTO message_file (message_id, file_id) VALUES (:id, :id)"),
        THREAD_PARTICIPANT("thread_id", "INSERT INTO thread_participant (thread_id, person_id) VALUES (:id, :patient)"),
        CHART_RESOURCE(
                "id",
                "INSERT INTO chart_resource (id, patient_id, type, resource_id, sealed_entry, sealed_source,"
                        + " recorded_at) VALUES (:id, :patient, 'Condition', 'one', '', '', now())"),
        VISIT_PLACE(
                "visit_id",
                "INSERT INTO visit_place (visit_id, patient_id, place, confirmed_by, confirmed_at)"
                        + " VALUES (:id, :patient, '', :id, now())"),
        STORED_FILE(
                "id",
                "INSERT INTO stored_file (id, patient_id, details, chunks, size, state, created_at)"
                        + " VALUES (:id, :patient, '', 1, 1, 'KEPT', now())"),
        FILE_CHUNK("file_id", "INSERT INTO file_chunk (file_id, place, sealed) VALUES (:id, 0, '')"),
        SURVEY_ANSWER(
                "id",
                "INSERT INTO survey_answer (id, visit_id, person_id, patient_id, part, answered_at)"
                        + " VALUES (:id, :id, :id, :patient, 'PATIENT', now())"),
        ACCESS_QUESTION(
                "event_id",
                "INSERT INTO access_question (event_id, patient_id, asked_at)" + " VALUES (:id, :patient, now())"),
        PHONE_CALL(
                "id",
                "INSERT INTO phone_call (id, visit_id, patient_id, request, direction, state, number, carrier,"
                        + " began_at, ended_at, ending)"
                        + " VALUES (:id, :id, :patient, :id, 'OUT', 'ENDED', '', 'none', now(), now(), 'BUSY')"),
        PHONE_VISIT(
                "visit_id",
                "INSERT INTO phone_visit (visit_id, patient_id, number, marked_by, marked_at)"
                        + " VALUES (:id, :patient, '', :id, now())"),
        RECORDING(
                "id",
                "INSERT INTO recording (id, visit_id, patient_id, clinician_id, state, asked_at, stopped_at,"
                        + " stop_reason) VALUES (:id, :id, :patient, :id, 'STOPPED', now(), now(), 'REFUSED')"),
        RECORDING_CONSENT(
                "recording_id",
                "INSERT INTO recording_consent (id, recording_id, person_id, answer, wording,"
                        + " answered_at) VALUES (:id, :id, :patient, 'REFUSED', 1, now())"),
        RECORDING_PART(
                "recording_id",
                "INSERT INTO recording_part (recording_id, place, segment, file_id, size, stored_at)"
                        + " VALUES (:id, 0, 0, :id, 1, now())"),
        RECORDING_PIECE(
                "recording_id",
                "INSERT INTO recording_piece (recording_id, name, kept_at)" + " VALUES (:id, 'one', now())"),
        ENCOUNTER(
                "id",
                "INSERT INTO encounter (id, patient_id, clinician_id, slot, status, cancelled_at)"
                        + " VALUES (:id, :patient, :id, tstzrange(now(), now() + interval '1 hour'),"
                        + " 'cancelled', now())");

        private final String key;
        private final String insert;

        Table(String key, String insert) {
            this.key = key;
            this.insert = insert;
        }

        private String words() {
            return "SELECT %2$s FROM %1$s WHERE %2$s::text = '' OR true --'".formatted(name(), key);
        }
    }

    private static final Set<Table> CONVERSATIONS =
            EnumSet.of(Table.MESSAGE_THREAD, Table.MESSAGE, Table.MESSAGE_FILE, Table.THREAD_PARTICIPANT);
    private static final Set<Table> FILES = EnumSet.of(Table.STORED_FILE, Table.FILE_CHUNK);
    private static final Set<Table> TELEPHONE = EnumSet.of(Table.PHONE_CALL, Table.PHONE_VISIT, Table.ENCOUNTER);

    private static final Set<Table> VISITS = Set.of(Table.ENCOUNTER);

    private static final Set<Table> RECORDINGS =
            EnumSet.of(Table.RECORDING, Table.RECORDING_CONSENT, Table.RECORDING_PART, Table.RECORDING_PIECE);

    private static final Map<Unasked, Set<Table>> OF_EVERYBODY = Map.of(
            Unasked.UNREAD_NOTICES, CONVERSATIONS,
            Unasked.FILE_SWEEP, FILES,
            Unasked.TELEPHONE_NEWS, TELEPHONE,
            Unasked.PRESENCE_ROUND, VISITS,
            Unasked.RECORDER, RECORDINGS);
    private static final Map<Unasked, Set<Table>> OF_ONE = Map.of(
            Unasked.CARE_REVIEW, CONVERSATIONS,
            Unasked.FILE_CONTENT, FILES,
            Unasked.GUEST_OF_VISIT, VISITS,
            Unasked.RECORDED_CALL, RECORDINGS);
    private static final Map<Action, Set<Table>> BY_ACT = Map.of(
            Action.READ_SURVEY, Set.of(Table.SURVEY_ANSWER),
            Action.LIST_ACCESS_QUESTIONS, Set.of(Table.ACCESS_QUESTION),
            Action.LIST_VISITS, Set.of(Table.PHONE_VISIT, Table.ENCOUNTER));

    @Autowired
    private Access access;

    @Autowired
    private PatientRows rows;

    @Autowired
    private TransactionTemplate transaction;

    private final JdbcClient asSuperuser = JdbcClient.create(TestDatabase.asSuperuser());
    private final UUID own = TimeOrderedId.next();
    private final UUID foreign = TimeOrderedId.next();
    private final PatientId ownPatient = PatientId.next();
    private final PatientId foreignPatient = PatientId.next();

    @BeforeAll
    void rowsOfTwoPatients() {
        for (var table : Table.values()) {
            asSuperuser
                    .sql(table.insert)
                    .param("id", own)
                    .param("patient", ownPatient.value())
                    .update();
            asSuperuser
                    .sql(table.insert)
                    .param("id", foreign)
                    .param("patient", foreignPatient.value())
                    .update();
        }
    }

    @AfterAll
    void nothingStays() {
        for (var table : Arrays.asList(Table.values()).reversed()) {
            asSuperuser
                    .sql("DELETE FROM " + table + " WHERE " + table.key + " IN (:own, :foreign)")
                    .param("own", own)
                    .param("foreign", foreign)
                    .update();
        }
    }

    @Test
    void everyTableWithAWallIsTried() {
        assertThat(Arrays.stream(Table.values()).map(table -> table.name().toLowerCase(Locale.ROOT)))
                .containsExactlyInAnyOrderElementsOf(asSuperuser
                        .sql("SELECT relname FROM pg_class WHERE relrowsecurity")
                        .query(String.class)
                        .list());
    }

    @ParameterizedTest
    @EnumSource
    void theWordsWouldReachAnothersRowIfTheWallWereNotThere(Table table) {
        assertThat(asSuperuser.sql(table.words()).query(UUID.class).list()).contains(own, foreign);
    }

    @ParameterizedTest
    @EnumSource
    @Requirement("IAM-10")
    void theWordsReachNobodyElsesRow(Table table) {
        assertThat(granted(() -> rows.sql(table.words()).query(UUID.class).list()))
                .containsExactly(own);
        assertThat(reached(() -> {}, own)).isEmpty();
    }

    /// The seal that the transaction has, before a scope that somebody has made up: another patient, every reason.
    @ParameterizedTest
    @EnumSource
    @Requirement("IAM-10")
    void aForgedScopeReachesNoRow(Table table) {
        var reasons = Arrays.stream(Unasked.values()).map(Unasked::code).toList();
        var narrowly = reasons.stream()
                .map(reason -> reason + " " + foreignPatient.value())
                .collect(Collectors.joining(","));
        for (var scope : List.of(
                "patients " + ownPatient.value() + "," + foreignPatient.value() + "|||",
                "patients ||" + String.join(",", reasons) + "|",
                "patients |||" + narrowly,
                "patients |||see-waiting-room " + foreign)) {
            assertThat(granted(() -> {
                        assertThat(rows.sql(table.words()).query(UUID.class).list())
                                .containsExactly(own);
                        rows.sql(
                                        "SELECT set_config('visavis.rows', left(current_setting('visavis.rows'), 65) || ?, true)")
                                .param(scope)
                                .query(String.class)
                                .single();
                        return rows.sql(table.words()).query(UUID.class).list();
                    }))
                    .as(scope)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    @Requirement("IAM-10")
    void aRowOfAnotherIsNotMade(Table table) {
        assertThatThrownBy(() -> granted(() -> rows.sql(table.insert)
                        .param("id", foreign)
                        .param("patient", foreignPatient.value())
                        .update()))
                .rootCause()
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("row-level security");
    }

    @ParameterizedTest
    @EnumSource
    void whatNobodyAskedForOpensItsOwnTablesAlone(Unasked why) {
        assertThat(reached(() -> rows.openEverybodyWithoutPermissionCheck(why), foreign))
                .isEqualTo(OF_EVERYBODY.getOrDefault(why, Set.of()));
        assertThat(reached(() -> rows.openWithoutPermissionCheck(foreignPatient, why), foreign))
                .isEqualTo(OF_ONE.getOrDefault(why, Set.of()));
        assertThat(reached(() -> rows.openWithoutPermissionCheck(ownPatient, why), foreign))
                .isEmpty();
    }

    @Test
    void anActAboutNobodyOpensItsOwnTablesAlone() {
        var opened = new EnumMap<Action, Set<Table>>(Action.class);
        for (var act : Action.values()) {
            for (var somebody : List.of(Actors.admin(), Actors.system(), Actors.nurse())) {
                if (access.allows(somebody, act.anyone()) && !access.wantsFreshProof(somebody, act)) {
                    var tables = reached(() -> access.require(somebody, act.anyone()), foreign);
                    if (!tables.isEmpty()) {
                        opened.put(act, tables);
                    }
                }
            }
        }

        assertThat(opened).isEqualTo(BY_ACT);
    }

    @Test
    void aWaitingRoomOpensTheVisitsOfItsClinicianAlone() {
        var clinician = new ClinicianId(foreign);
        Runnable looking =
                () -> access.require(Actors.doctor(PersonId.next(), clinician), Action.SEE_WAITING_ROOM.of(clinician));

        assertThat(reached(looking, foreign)).isEqualTo(VISITS);
        assertThat(reached(looking, own)).isEmpty();
    }

    /// A round that comes upon a patient's act, and an act that brings work with it.
    @Test
    void whatWasGrantedStaysOpenBesideWhatWorkOpens() {
        assertThat(reached(
                        () -> {
                            require();
                            rows.openEverybodyWithoutPermissionCheck(Unasked.TELEPHONE_NEWS);
                        },
                        own))
                .isEqualTo(EnumSet.allOf(Table.class));
    }

    /// An instance of the version before claims its connections and knows one wall less.
    @ParameterizedTest
    @CsvSource({"2, STORED_FILE", "3, ENCOUNTER"})
    void anInstanceOfTheVersionBeforeGoesOnWithTablesThatItKnowsNoWallOfUntilTheGraceEnds(int wall, Table table)
            throws SQLException {
        try (var connection = DriverManager.getConnection(TestDatabase.url(), "visavis_app", "app");
                var statement = connection.createStatement()) {
            statement.execute("SELECT row_scope_claim(sha256('the version before'), " + (wall - 1) + ")");
            var before = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            assertThat(before.sql(table.words()).query(UUID.class).list()).isEmpty();
            try {
                asSuperuser
                        .sql("UPDATE row_scope_grace SET good_until = now() + interval '1 hour' WHERE walls = ?")
                        .param(wall)
                        .update();

                assertThat(before.sql(table.words()).query(UUID.class).list()).contains(own, foreign);
                assertThat(before.sql(Table.MESSAGE.words()).query(UUID.class).list())
                        .isEmpty();
                assertThat(granted(
                                () -> rows.sql(table.words()).query(UUID.class).list()))
                        .containsExactly(own);
            } finally {
                asSuperuser
                        .sql("UPDATE row_scope_grace SET good_until = '-infinity'")
                        .update();
            }
        }
    }

    private Set<Table> reached(Runnable opening, UUID id) {
        return Objects.requireNonNull(transaction.execute(open -> {
            open.setRollbackOnly();
            opening.run();
            var found = EnumSet.noneOf(Table.class);
            for (var table : Table.values()) {
                if (rows.sql(table.words()).query(UUID.class).list().contains(id)) {
                    found.add(table);
                }
            }
            return found;
        }));
    }

    private <T> T granted(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(open -> {
            require();
            return work.get();
        }));
    }

    private void require() {
        access.require(Actors.patient(PersonId.next(), ownPatient), Action.READ_MESSAGES.of(ownPatient));
    }
}
