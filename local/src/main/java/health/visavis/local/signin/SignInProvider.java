package health.visavis.local.signin;

import com.nimbusds.jose.jwk.JWKSet;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import health.visavis.kernel.TimeOrderedId;
import health.visavis.limits.InstanceLimits;
import health.visavis.limits.Limits;
import health.visavis.local.CannotStart;
import health.visavis.local.keystore.KeyFolder;
import health.visavis.local.keystore.SealingKeys;
import health.visavis.local.postgres.LocalDatabase;
import health.visavis.local.signin.domain.Account;
import health.visavis.local.signin.store.Accounts;
import health.visavis.local.signin.store.ApplicationAddresses;
import health.visavis.local.signin.store.Attempts;
import health.visavis.local.signin.store.Authorizations;
import health.visavis.local.signin.store.Offers;
import health.visavis.local.signin.store.RecoveryCodes;
import health.visavis.local.signin.store.WrongTries;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.flywaydb.core.Flyway;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.web.webauthn.management.JdbcUserCredentialRepository;
import org.springframework.transaction.support.TransactionTemplate;

/// The running provider. Its pages start beside the application, which needs them at the first sign-in.
public final class SignInProvider implements AutoCloseable {

    private static final String CLIENT_SECRET = "signin-client.secret";

    public static final String CLIENT_ID = Clients.ID;

    private final AnnotationConfigServletWebServerApplicationContext context;
    private final HikariDataSource source;
    private final Accounts accounts;
    private final PasswordEncoder passwords;
    private final CompletableFuture<Void> pages;

    private SignInProvider(
            AnnotationConfigServletWebServerApplicationContext context,
            HikariDataSource source,
            Accounts accounts,
            PasswordEncoder passwords,
            CompletableFuture<Void> pages) {
        this.context = context;
        this.source = source;
        this.accounts = accounts;
        this.passwords = passwords;
        this.pages = pages;
    }

    /// Returns as soon as accounts can be made; see [#awaitReady] for the pages.
    public static SignInProvider start(SignInSettings settings, LocalDatabase database, KeyFolder keys, Clock clock) {
        var source = source(database);
        try {
            migrate(source);
            var jdbc = JdbcClient.create(source);
            var transaction = new TransactionTemplate(new JdbcTransactionManager(source));
            var accounts = new Accounts(jdbc, SealingKeys.in(keys, "signin.keys"));
            var attempts = new Attempts(jdbc, transaction, clock);
            var recovery = new RecoveryCodes(jdbc);
            var limits = new InstanceLimits(clock);
            var addresses = new ApplicationAddresses(jdbc);
            var passwords = PasswordEncoderFactories.createDelegatingPasswordEncoder();
            addresses.clear();
            settings.applications().forEach(addresses::add);
            forgetOld(jdbc, attempts);

            var context = new AnnotationConfigServletWebServerApplicationContext();
            context.setDisplayName("sign-in");
            context.registerBean(SignInSettings.class, () -> settings);
            context.registerBean(Clock.class, () -> clock);
            context.registerBean(JdbcTemplate.class, () -> new JdbcTemplate(source));
            context.registerBean(JWKSet.class, () -> SigningKey.in(keys));
            context.registerBean(RecoveryCodes.class, () -> recovery);
            context.registerBean(
                    Passkeys.class,
                    () -> new Passkeys(
                            new PasskeyOwners(accounts),
                            new JdbcUserCredentialRepository(new JdbcTemplate(source)),
                            settings.issuer()));
            context.registerBean(Limits.class, () -> limits);
            context.registerBean(Accounts.class, () -> accounts);
            context.registerBean(ApplicationAddresses.class, () -> addresses);
            context.registerBean(
                    ProveIdentity.class,
                    () -> new ProveIdentity(
                            accounts, recovery, attempts, limits, new WrongTries(jdbc, clock), passwords, clock));
            context.registerBean(
                    MakeAccount.class,
                    () -> new MakeAccount(new Offers(jdbc), accounts, passwords, transaction, clock));
            context.registerBean(RegisteredClientRepository.class, () -> new Clients(clientSecret(keys), addresses));
            context.registerBean(
                    "webServer",
                    org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory.class,
                    () -> SignInServer.of(settings));
            context.register(SignInConfiguration.class);
            var pages = CompletableFuture.runAsync(
                    () -> refresh(context, settings), Thread.ofPlatform().name("sign-in")::start);
            return new SignInProvider(context, source, accounts, passwords, pages);
        } catch (RuntimeException e) {
            source.close();
            throw e;
        }
    }

    /// Lets a second instance of the application take part in sign-ins.
    public static void admit(String applicationAddress, LocalDatabase database) {
        try (var source = source(database)) {
            new ApplicationAddresses(JdbcClient.create(source)).add(applicationAddress);
        }
    }

    public static String clientSecret(KeyFolder keys) {
        return keys.password(CLIENT_SECRET);
    }

    /// Where it lies, for settings.
    public static String clientSecretReference(KeyFolder keys) {
        return keys.passwordReference(CLIENT_SECRET);
    }

    /// Makes the account unless one of that name is there, and returns its subject.
    public UUID keep(NewAccount wanted) {
        return accounts.named(wanted.name())
                .map(Account::id)
                .orElseGet(() -> accounts.keep(
                        new Account(
                                TimeOrderedId.next(),
                                wanted.name(),
                                wanted.displayName(),
                                passwords.encode(wanted.password()),
                                wanted.groups()),
                        wanted.codeSecret()));
    }

    /// @throws CannotStart when people could not sign in
    public void awaitReady() {
        try {
            pages.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException reason ? reason : failed;
        }
    }

    @Override
    public void close() {
        pages.exceptionally(failed -> null).join();
        context.close();
        source.close();
    }

    ApplicationContext context() {
        return context;
    }

    Accounts accounts() {
        return accounts;
    }

    private static void refresh(AnnotationConfigServletWebServerApplicationContext context, SignInSettings settings) {
        try {
            context.refresh();
        } catch (RuntimeException e) {
            context.close();
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof PortInUseException || cause instanceof java.net.BindException) {
                    throw new CannotStart(
                            "Port " + settings.port() + ", wanted for signing in, is taken by another program. "
                                    + "Choose another with --signin-port PORT.");
                }
            }
            throw e;
        }
    }

    private static void migrate(HikariDataSource source) {
        Flyway.configure()
                .dataSource(source)
                .schemas("signin")
                .createSchemas(false)
                .locations("classpath:db/signin")
                .load()
                .migrate();
    }

    private static void forgetOld(JdbcClient jdbc, Attempts attempts) {
        attempts.forgetOld();
        new Authorizations(jdbc).forgetExpired();
    }

    private static HikariDataSource source(LocalDatabase database) {
        var settings = new HikariConfig();
        settings.setPoolName("sign-in");
        settings.setJdbcUrl(database.url() + "?currentSchema=signin&logServerErrorDetail=false");
        settings.setUsername(database.signIn().role());
        settings.setPassword(database.signIn().password());
        settings.setMaximumPoolSize(SignInServer.AT_ONCE + 2);
        settings.setMinimumIdle(1);
        return new HikariDataSource(settings);
    }
}
