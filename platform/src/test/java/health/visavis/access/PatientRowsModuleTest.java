package health.visavis.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.visavis.PlatformTest;
import health.visavis.TestDatabase;
import health.visavis.kernel.PatientId;
import health.visavis.kernel.Requirement;
import health.visavis.messaging.MessagingFixtures;
import health.visavis.messaging.MessagingFixtures.Conversation;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// The second wall, from inside: statements of a store into which somebody else has put words, sent as the
/// application sends them, in a transaction that was granted one patient's messages.
@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PatientRowsModuleTest {

    @Autowired
    Access access;

    @Autowired
    PatientRows rows;

    @Autowired
    JdbcTemplate asApplication;

    @Autowired
    MessagingFixtures messaging;

    @Autowired
    PlatformTransactionManager transactions;

    private final JdbcTemplate asSuperuser = new JdbcTemplate(TestDatabase.asSuperuser());

    private TransactionTemplate transaction;
    private Conversation own;
    private Conversation foreign;

    /// Once: the round that tells of unread messages takes so many at a time, and another test waits for one.
    @BeforeAll
    void twoPatientsWrite() {
        transaction = new TransactionTemplate(transactions);
        own = messaging.conversation();
        foreign = messaging.conversation();
        messaging.send(own.patient(), own.thread(), "my own");
        messaging.send(foreign.patient(), foreign.thread(), "another's");
    }

    /// Each is the end of `SELECT thread_id FROM message WHERE thread_id::text = '…'`.
    private static final String[] ONE_STATEMENT = {
        "' OR true --",
        "' UNION SELECT thread_id FROM message --",
        "' UNION SELECT id FROM message_thread --",
        "' UNION SELECT thread_id FROM thread_participant --",
        "' OR thread_id IN (SELECT thread_id FROM message) --",
        "' UNION (WITH other AS MATERIALIZED (TABLE message) SELECT thread_id FROM other) --",
    };

    @Test
    void theWordsWouldReachAnothersRowsIfTheWallWereNotThere() {
        for (var words : ONE_STATEMENT) {
            assertThat(asSuperuser.queryForList(statement(words), UUID.class))
                    .as(words)
                    .contains(foreign.thread().value());
        }
    }

    @Test
    @Requirement("IAM-10")
    void oneStatementReachesNobodyElsesRows() {
        for (var words : ONE_STATEMENT) {
            assertThat(granted(
                            own,
                            () -> rows.sql(statement(words)).query(UUID.class).list()))
                    .as(words)
                    .containsOnly(own.thread().value());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // The same seal before other patients, or everybody; no seal, or one that is made up; nothing at all.
                "set_config('visavis.rows', left(current_setting('visavis.rows'), 64) || ' patients FOREIGN', true)",
                "set_config('visavis.rows', current_setting('visavis.rows') || ',FOREIGN', true)",
                "set_config('visavis.rows', left(current_setting('visavis.rows'), 64) || ' everybody curious', true)",
                "set_config('visavis.rows', 'everybody curious', false)",
                "set_config('visavis.rows', repeat('0', 64) || ' everybody curious', true)",
                "set_config('visavis.rows', '', true)",
                "set_config('search_path', 'pg_temp, public', true)",
                "set_config('row_security', 'off', true)",
                "set_config('role', 'visavis_owner', true)",
                "set_config('session_authorization', 'visavis_owner', true)",
                "row_scope_open(sha256(''), ARRAY['FOREIGN']::uuid[], NULL)",
                "row_scope_open(sha256(''), '{}', 'curious')",
                "row_scope_open(NULL, '{}', 'curious')",
                "row_scope_claim(sha256('mine'))",
                "row_scope_seal(sha256(''), 'everybody curious')",
                "row_scope()",
                "(SELECT encode(seal_key, 'hex') FROM row_scope_connection LIMIT 1)",
                "(SELECT good_until FROM row_scope_grace)",
            })
    void nothingThatAStatementCanCallWidensTheScope(String call) {
        assertThat(
                        reached(
                                "' UNION (WITH wider AS MATERIALIZED (SELECT " + named(call)
                                        + ") SELECT later.thread_id FROM wider"
                                        + " CROSS JOIN LATERAL (SELECT thread_id FROM message WHERE wider IS NOT NULL OFFSET 0) later) --"))
                .doesNotContain(foreign.thread().value().toString());
    }

    /// The driver sends what stands behind a semicolon too.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "RESET ALL",
                "DISCARD TEMP",
                "SET ROLE visavis_owner",
                "SET ROLE NONE",
                "SET SESSION AUTHORIZATION visavis_owner",
                "SET LOCAL row_security = off",
                "SET visavis.rows = 'everybody curious'",
                "SELECT row_scope_claim(sha256('mine')); SELECT row_scope_open(sha256('mine'), '{}', 'curious')",
                "DISCARD TEMP; SELECT row_scope_claim(sha256('mine'))",
                "COMMIT; BEGIN",
                "COMMIT; SELECT row_scope_claim(sha256('mine'))",
                "ALTER TABLE message DISABLE ROW LEVEL SECURITY",
                "ALTER TABLE message NO FORCE ROW LEVEL SECURITY",
                "DROP POLICY of_the_scope ON message_thread",
                "CREATE POLICY mine ON message_thread USING (true)",
                "CREATE OR REPLACE FUNCTION row_scope_everybody() RETURNS boolean LANGUAGE sql AS 'SELECT true'",
                "CREATE FUNCTION pg_temp.row_scope_everybody() RETURNS boolean LANGUAGE sql AS 'SELECT true'",
                "CREATE TEMP TABLE row_scope_connection AS SELECT pg_backend_pid() AS pid",
                "CREATE TEMP TABLE row_scope_grace AS SELECT timestamptz 'infinity' AS good_until",
                "UPDATE row_scope_grace SET good_until = 'infinity'",
                "INSERT INTO row_scope_grace VALUES ('infinity')",
                "DELETE FROM row_scope_connection",
            })
    void nothingSaidBetweenStatementsWidensTheScope(String words) {
        assertThat(reached("'; " + words + "; SELECT thread_id FROM message --"))
                .doesNotContain(foreign.thread().value().toString());
    }

    @Test
    void whatAnotherConnectionWasToldIsNotBelievedHere() {
        var sealed = granted(foreign, this::setting);

        assertThat(reached("' UNION SELECT id FROM message_thread WHERE set_config('visavis.rows', '" + sealed
                        + "', true) IS NOT NULL --"))
                .doesNotContain(foreign.thread().value().toString());
    }

    @Test
    void whatAConnectionWasToldIsNotBelievedInItsNextTransaction() throws SQLException {
        try (var connection = claimed();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            open(statement, foreign);
            var sealed = single(statement, "SELECT current_setting('visavis.rows')");
            assertThat(single(statement, "SELECT count(*) FROM message")).isEqualTo("1");
            connection.commit();

            single(statement, "SELECT set_config('visavis.rows', '" + sealed + "', false)");

            assertThat(single(statement, "SELECT count(*) FROM message")).isEqualTo("0");
        }
    }

    @Test
    void aConnectionIsClaimedOnceAndOpenedByItsOwnSecretOnly() throws SQLException {
        try (var connection = claimed();
                var other = unclaimed();
                var statement = connection.createStatement();
                var ofOther = other.createStatement()) {
            assertRefused(statement, "SELECT row_scope_claim(sha256('another secret'))");
            assertRefused(ofOther, "SELECT row_scope_open(sha256('this connection'), '{}', 'curious')");
            assertThat(single(ofOther, "SELECT count(*) FROM message")).isEqualTo("0");
        }
    }

    /// As an instance of the version before, which goes on while instances are replaced.
    @Test
    void aConnectionThatNobodyClaimsSeesEverythingUntilTheGraceEndsAndNothingAfter() throws SQLException {
        try (var connection = unclaimed();
                var statement = connection.createStatement()) {
            assertThat(single(statement, "SELECT count(*) FROM message")).isEqualTo("0");
            try {
                asSuperuser.update("UPDATE row_scope_grace SET good_until = now() + interval '1 hour'");

                assertThat(single(
                                statement,
                                "SELECT count(*) FROM message WHERE thread_id = '"
                                        + foreign.thread().value() + "'"))
                        .isEqualTo("1");
                assertThat(reached("' OR true --"))
                        .doesNotContain(foreign.thread().value().toString());
            } finally {
                asSuperuser.update("UPDATE row_scope_grace SET good_until = '-infinity'");
            }
        }
    }

    @Test
    void nothingIsVisibleWithoutAGrant() {
        assertThat(transaction.<List<UUID>>execute(open -> rows.sql("SELECT id FROM message_thread")
                        .query(UUID.class)
                        .list()))
                .isEmpty();
        assertThatThrownBy(() -> rows.sql("SELECT id FROM message_thread")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void rowsOfOthersAreNeitherChangedNorAdded() {
        assertThat(granted(
                        own,
                        () -> rows.sql("UPDATE message_thread SET last_sequence = 99 WHERE id <> ?")
                                .param(own.thread().value())
                                .update()))
                .isZero();
        assertThatThrownBy(() -> granted(
                        own, () -> rows.sql("""
                                INSERT INTO message (id, thread_id, sequence, sender_id, sender_role, client_id, body, sent_at)
                                VALUES (uuidv7(), ?, 99, uuidv7(), 'PATIENT', uuidv7(), '', now())
                                """).param(foreign.thread().value()).update()))
                .rootCause()
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("row-level security");
    }

    @Test
    void aSecondGrantOpensMoreAndAnotherTransactionNothing() {
        var inner = new TransactionTemplate(transactions);
        inner.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);

        granted(own, () -> {
            assertThat(threads()).containsExactly(own.thread().value());
            assertThat(inner.<List<UUID>>execute(open -> threads())).isEmpty();
            require(foreign);
            assertThat(threads())
                    .containsExactlyInAnyOrder(
                            own.thread().value(), foreign.thread().value());
            return true;
        });
    }

    @Test
    void whatWasOpenStaysOpenWhenASavepointIsTakenBack() {
        var nested = new TransactionTemplate(transactions);
        nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);

        granted(own, () -> {
            nested.executeWithoutResult(savepoint -> {
                assertThat(threads()).containsExactly(own.thread().value());
                savepoint.setRollbackOnly();
            });
            assertThat(threads()).containsExactly(own.thread().value());
            return true;
        });
    }

    @Test
    void staffSeeTheRowsOfThoseInTheirCare() {
        assertThat(transaction.<List<UUID>>execute(open -> {
                    access.require(own.doctor(), Action.LIST_THREADS.anyone());
                    return threads();
                }))
                .containsExactly(own.thread().value());
    }

    @Test
    void transactionsAtTheSameTimeSeeOnlyTheirOwn() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tasks = new ArrayList<Callable<Boolean>>();
            for (var number = 0; number < 400; number++) {
                var conversation = number % 2 == 0 ? own : foreign;
                tasks.add(() -> granted(conversation, this::threads)
                        .equals(List.of(conversation.thread().value())));
            }
            for (var answer : threads.invokeAll(tasks)) {
                assertThat(answer.get()).isTrue();
            }
        }
    }

    private List<UUID> threads() {
        return rows.sql("SELECT id FROM message_thread").query(UUID.class).list();
    }

    private String setting() {
        return rows.sql("SELECT current_setting('visavis.rows')")
                .query(String.class)
                .single();
    }

    private <T> T granted(Conversation conversation, Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(open -> {
            require(conversation);
            return work.get();
        }));
    }

    private void require(Conversation conversation) {
        access.require(conversation.patient(), Action.READ_MESSAGES.of(patientOf(conversation)));
    }

    /// What a statement with these words answers in a transaction that was granted the own messages, and what the next
    /// one does. A refusal ends both; any other failure would say nothing and fails.
    private List<String> reached(String words) {
        var answers = new ArrayList<String>();
        transaction.executeWithoutResult(open -> {
            open.setRollbackOnly();
            require(own);
            assertThat(threads()).containsExactly(own.thread().value());
            asApplication.execute((ConnectionCallback<Boolean>) connection -> {
                try (var statement = connection.createStatement()) {
                    collect(statement, statement(words), answers);
                    return collect(statement, statement("' OR true --"), answers);
                } catch (SQLException refused) {
                    assertThat(refused.getSQLState()).as(refused.getMessage()).isEqualTo("42501");
                    return true;
                }
            });
        });
        return answers;
    }

    private static boolean collect(Statement statement, String sql, List<String> answers) throws SQLException {
        var isAnswer = statement.execute(sql);
        while (isAnswer || statement.getUpdateCount() != -1) {
            if (isAnswer) {
                var answer = statement.getResultSet();
                while (answer.next()) {
                    answers.add(String.valueOf(answer.getString(1)));
                }
            }
            isAnswer = statement.getMoreResults();
        }
        return true;
    }

    private static String statement(String words) {
        return "SELECT thread_id FROM message WHERE thread_id::text = '" + words + "'";
    }

    private String named(String call) {
        return call.replace("FOREIGN", patientOf(foreign).value().toString());
    }

    private static Connection unclaimed() throws SQLException {
        return DriverManager.getConnection(TestDatabase.url(), "visavis_app", "app");
    }

    private static Connection claimed() throws SQLException {
        var connection = unclaimed();
        try (var statement = connection.createStatement()) {
            statement.execute("SELECT row_scope_claim(sha256('this connection'))");
        }
        return connection;
    }

    private static void open(Statement statement, Conversation conversation) throws SQLException {
        statement.execute("SELECT row_scope_open(sha256('this connection'), ARRAY['"
                + patientOf(conversation).value() + "']::uuid[], NULL)");
    }

    private static String single(Statement statement, String sql) throws SQLException {
        try (var answer = statement.executeQuery(sql)) {
            answer.next();
            return String.valueOf(answer.getString(1));
        }
    }

    private static void assertRefused(Statement statement, String sql) {
        assertThatThrownBy(() -> statement.execute(sql))
                .isInstanceOfSatisfying(
                        SQLException.class,
                        refused -> assertThat(refused.getSQLState()).isEqualTo("42501"));
    }

    private static PatientId patientOf(Conversation conversation) {
        return Objects.requireNonNull(conversation.patient().patient());
    }
}
