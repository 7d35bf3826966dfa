package health.visavis.local.signin.store;

import health.visavis.local.signin.domain.RecoveryCode;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Only hashes are kept.
public final class RecoveryCodes {

    private final JdbcClient jdbc;

    public RecoveryCodes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Those from before serve no more.
    public void replace(UUID account, List<RecoveryCode> codes) {
        jdbc.sql("DELETE FROM recovery_code WHERE account_id = ?")
                .param(account)
                .update();
        codes.forEach(code -> jdbc.sql("INSERT INTO recovery_code (account_id, code_hash) VALUES (?, ?)")
                .params(account, code.hash())
                .update());
    }

    public int left(UUID account) {
        return jdbc.sql("SELECT count(*) FROM recovery_code WHERE account_id = ?")
                .param(account)
                .query(Integer.class)
                .single();
    }

    /// Uses it up; false when it is none, or was used.
    public boolean use(UUID account, RecoveryCode code) {
        return jdbc.sql("DELETE FROM recovery_code WHERE account_id = ? AND code_hash = ?")
                        .params(account, code.hash())
                        .update()
                == 1;
    }
}
