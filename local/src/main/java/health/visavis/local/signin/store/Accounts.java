package health.visavis.local.signin.store;

import health.visavis.local.keystore.SealingKeys;
import health.visavis.local.signin.domain.Account;
import health.visavis.local.signin.domain.Group;
import java.security.GeneralSecurityException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The accounts and their groups. The secret of a second factor is sealed with a key that the database does not
/// have.
public final class Accounts {

    private final JdbcClient jdbc;
    private final SealingKeys keys;

    public Accounts(JdbcClient jdbc, SealingKeys keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    public Optional<Account> named(String name) {
        return find("name = ?", normal(name));
    }

    public Optional<Account> withId(UUID id) {
        return find("id = ?", id);
    }

    /// Makes the account, or gives the one of that name these properties; its id stays.
    public UUID keep(Account account, byte @Nullable [] codeSecret) {
        var kept = codeSecret == null ? null : keys.seal(codeSecret, context(account.name()));
        var id = jdbc.sql("""
                        INSERT INTO account (id, name, display_name, password_hash, code_secret_key, code_secret) VALUES (?, ?, ?, ?, ?, ?)
                        ON CONFLICT (name) DO UPDATE SET display_name = EXCLUDED.display_name, password_hash = EXCLUDED.password_hash,
                          code_secret_key = EXCLUDED.code_secret_key, code_secret = EXCLUDED.code_secret
                        RETURNING id
                        """)
                .param(account.id())
                .param(normal(account.name()))
                .param(account.displayName())
                .param(account.passwordHash())
                .param(kept == null ? null : kept.keyId())
                .param(kept == null ? null : kept.bytes())
                .query(UUID.class)
                .single();
        keepGroups(id, account.groups());
        return id;
    }

    /// Makes the account unless one of that name was ever there.
    public boolean add(Account account, byte @Nullable [] codeSecret) {
        var kept = codeSecret == null ? null : keys.seal(codeSecret, context(account.name()));
        var added = jdbc.sql("""
                        INSERT INTO account (id, name, display_name, password_hash, code_secret_key, code_secret)
                        VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (name) DO NOTHING
                        """)
                        .param(account.id())
                        .param(normal(account.name()))
                        .param(account.displayName())
                        .param(account.passwordHash())
                        .param(kept == null ? null : kept.keyId())
                        .param(kept == null ? null : kept.bytes())
                        .update()
                == 1;
        if (added) {
            keepGroups(account.id(), account.groups());
        }
        return added;
    }

    public void keepGroups(UUID id, Set<Group> groups) {
        jdbc.sql("DELETE FROM account_group WHERE account_id = ?").param(id).update();
        groups.forEach(group -> jdbc.sql("INSERT INTO account_group (account_id, name) VALUES (?, ?)")
                .params(id, group.claim())
                .update());
    }

    public void disable(UUID id) {
        jdbc.sql("UPDATE account SET disabled_at = now() WHERE id = ?")
                .param(id)
                .update();
    }

    public Optional<byte[]> codeSecret(Account account) {
        return jdbc.sql("SELECT code_secret_key, code_secret FROM account WHERE id = ? AND code_secret IS NOT NULL")
                .param(account.id())
                .query((row, number) ->
                        new SealingKeys.Sealed(row.getString("code_secret_key"), row.getBytes("code_secret")))
                .optional()
                .map(kept -> open(kept, account));
    }

    /// Uses a code up. False when it, or a later one, was used before.
    public boolean useCode(UUID id, long step) {
        return jdbc.sql(
                                "UPDATE account SET last_code_step = ? WHERE id = ? AND (last_code_step IS NULL OR last_code_step < ?)")
                        .params(step, id, step)
                        .update()
                == 1;
    }

    private Optional<Account> find(String condition, Object value) {
        return jdbc.sql("SELECT id, name, display_name, password_hash FROM account WHERE disabled_at IS NULL AND "
                        + condition)
                .param(value)
                .query((row, number) -> {
                    var id = Objects.requireNonNull(row.getObject("id", UUID.class));
                    return new Account(
                            id,
                            row.getString("name"),
                            row.getString("display_name"),
                            row.getString("password_hash"),
                            groups(id));
                })
                .optional();
    }

    private Set<Group> groups(UUID id) {
        return jdbc
                .sql("SELECT name FROM account_group WHERE account_id = ?")
                .param(id)
                .query((row, number) -> row.getString("name"))
                .list()
                .stream()
                .map(Group::of)
                .collect(Collectors.toUnmodifiableSet());
    }

    private byte[] open(SealingKeys.Sealed kept, Account account) {
        try {
            return keys.open(kept, context(account.name()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the second factor of " + account.id() + " can not be opened", e);
        }
    }

    private static String context(String name) {
        return "one-time code of " + normal(name);
    }

    private static String normal(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
