package health.visavis.access;

import health.visavis.access.store.RowScopes;
import health.visavis.kernel.PatientId;
import java.util.Collection;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ParameterizedPreparedStatementSetter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/// The way of a store to tables behind the second wall (docs/adr/0049). Before the first statement of a transaction,
/// and after each new grant in it, the database is told whose rows [Access] has opened; the rows of anybody else do
/// not exist for it. Who takes another way, or was granted nothing, sees none.
@Component
public class PatientRows {

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final RowScopes scopes;
    private final CareRelationships relationships;

    PatientRows(JdbcClient jdbc, JdbcTemplate template, RowScopes scopes, CareRelationships relationships) {
        this.jdbc = jdbc;
        this.template = template;
        this.scopes = scopes;
        this.relationships = relationships;
    }

    public StatementSpec sql(String sql) {
        scope().tell(scopes, relationships);
        return jdbc.sql(sql);
    }

    /// @param size at most so many in one go
    public <T> void batch(String sql, Collection<T> rows, int size, ParameterizedPreparedStatementSetter<T> setter) {
        scope().tell(scopes, relationships);
        template.batchUpdate(sql, rows, size, setter);
    }

    /// For work that nobody asked for, on one patient's rows in the tables that this work needs.
    public void openWithoutPermissionCheck(PatientId patient, Unasked why) {
        scope().addFor(why, patient);
    }

    /// For work that nobody asked for, on the rows of all in the tables that this work needs.
    public void openEverybodyWithoutPermissionCheck(Unasked why) {
        scope().addEverybody(why.code());
    }

    private static RowScope scope() {
        return RowScope.ofTransaction()
                .orElseThrow(() -> new IllegalStateException("rows of patients are touched in a transaction"));
    }
}
