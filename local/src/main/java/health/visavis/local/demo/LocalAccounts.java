package health.visavis.local.demo;

import health.visavis.kernel.PersonId;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The table of accounts and their persons.
final class LocalAccounts {

    private final JdbcClient jdbc;

    LocalAccounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<PersonId> person(LocalAccount account) {
        return jdbc.sql("SELECT person_id FROM local_account WHERE account = ?")
                .param(account.signInName())
                .query(UUID.class)
                .optional()
                .map(PersonId::new);
    }

    void keep(LocalAccount account, PersonId person) {
        jdbc.sql("INSERT INTO local_account (account, person_id) VALUES (?, ?)")
                .params(account.signInName(), person.value())
                .update();
    }
}
