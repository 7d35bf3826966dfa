package health.visavis.azure.postgres;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.util.function.SingletonSupplier;

/// Has every pool sign in with a token: that of the application as well as that of the migrations. A token is good for
/// whoever gets hold of it, so it goes only over a connection that has proved to be the database's
/// (`sslmode=verify-full`), by the authorities that Java trusts unless the address names another `sslfactory`.
final class TokenSignIn implements BeanPostProcessor {

    private final Supplier<DatabaseToken> token;

    TokenSignIn(Supplier<DatabaseToken> token) {
        this.token = SingletonSupplier.of(token);
    }

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource pool) {
            if (!Objects.requireNonNullElse(pool.getJdbcUrl(), "").matches(".*[?&]sslmode=verify-full(&.*)?")) {
                throw new IllegalArgumentException(
                        "The address of the database must say sslmode=verify-full: a token goes nowhere else");
            }
            var role = Objects.requireNonNull(pool.getUsername(), "The database's user must be named");
            pool.addDataSourceProperty("sslfactory", "org.postgresql.ssl.DefaultJavaSSLFactory");
            pool.setCredentialsProvider(new EntraPassword(role, token.get()));
        }
        return bean;
    }
}
