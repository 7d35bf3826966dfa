package health.visavis.local.signin;

import health.visavis.local.signin.domain.Account;
import health.visavis.local.signin.store.Accounts;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;

/// The accounts, as WebAuthn wants to see people: each is there already, under the bytes of its id.
final class PasskeyOwners implements PublicKeyCredentialUserEntityRepository {

    private final Accounts accounts;

    PasskeyOwners(Accounts accounts) {
        this.accounts = accounts;
    }

    static Bytes handle(UUID account) {
        return new Bytes(ByteBuffer.allocate(16)
                .putLong(account.getMostSignificantBits())
                .putLong(account.getLeastSignificantBits())
                .array());
    }

    Optional<Account> account(Bytes handle) {
        var bytes = ByteBuffer.wrap(handle.getBytes());
        return bytes.remaining() == 16 ? accounts.withId(new UUID(bytes.getLong(), bytes.getLong())) : Optional.empty();
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes handle) {
        return account(handle).map(PasskeyOwners::entity).orElse(null);
    }

    /// @param name of an authentication: the account's id
    @Override
    public @Nullable PublicKeyCredentialUserEntity findByUsername(String name) {
        return accounts.withId(UUID.fromString(name)).map(PasskeyOwners::entity).orElse(null);
    }

    /// Accounts are made by [MakeAccount].
    @Override
    public void save(PublicKeyCredentialUserEntity entity) {
        throw new IllegalStateException("no account for a passkey");
    }

    @Override
    public void delete(Bytes handle) {
        throw new IllegalStateException("accounts are not deleted");
    }

    private static PublicKeyCredentialUserEntity entity(Account account) {
        return ImmutablePublicKeyCredentialUserEntity.builder()
                .id(handle(account.id()))
                .name(account.name())
                .displayName(account.displayName())
                .build();
    }
}
