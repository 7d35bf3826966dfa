package health.visavis.local.demo;

import health.visavis.local.CannotStart;
import health.visavis.local.Version;
import health.visavis.local.demo.LocalOptions.Flag;
import health.visavis.local.demo.RunningEdition.Edge;
import health.visavis.local.keystore.KeyFolder;
import health.visavis.local.lan.LanAddresses;
import health.visavis.local.lan.LanCertificates;
import health.visavis.local.lan.LanTrust;
import health.visavis.local.lan.ServerCertificate;
import health.visavis.local.postgres.DataFolder;
import health.visavis.local.postgres.LocalDatabase;
import health.visavis.local.signin.NewAccount;
import health.visavis.local.signin.SignInProvider;
import health.visavis.local.signin.SignInSettings;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.jspecify.annotations.Nullable;

/// Everything the application needs on one machine, started in order and stopped in the opposite one.
public final class LocalEdition implements AutoCloseable {

    private final LocalOptions options;
    private final PrintStream out;
    private final Clock clock = Clock.systemUTC();
    private final Map<String, Object> properties = new LinkedHashMap<>();
    private final Deque<AutoCloseable> running = new ConcurrentLinkedDeque<>();
    private @Nullable SignInProvider signIn;
    private @Nullable LanAddresses lan;
    private @Nullable Edge edge;
    private @Nullable ServerCertificate certificate;

    private LocalEdition(LocalOptions options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    /// Not started yet, so that whoever stops the process can stop a start as well.
    public static LocalEdition of(LocalOptions options, PrintStream out) {
        return new LocalEdition(options, out);
    }

    /// Starts the database and the sign-in provider, or finds those of the edition to join.
    ///
    /// @throws CannotStart with the one sentence to show; nothing is left running then
    public void start() {
        try {
            startEverything();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /// The database alone, for a command that serves no pages: that of a running edition, or one of its own
    /// meanwhile.
    public static LocalEdition forCommand(LocalOptions options, PrintStream out) {
        var edition = new LocalEdition(options, out);
        try {
            edition.startForCommand();
            return edition;
        } catch (RuntimeException e) {
            edition.close();
            throw e;
        }
    }

    /// Spring properties of a command: it does its own work and no other. Letters, news for open pages and what an
    /// instance left unfinished are for those who serve.
    public static Map<String, Object> ofCommand() {
        return Map.of(
                "visavis.notification.every", "0s",
                "visavis.audit.log.every", "0s",
                "visavis.keys.rewrap-every", "0s",
                "visavis.custody.every", "0s",
                "visavis.signin.check-every", "0s",
                "visavis.live.listen", "false",
                "spring.modulith.events.republish-outstanding-events-on-restart", "false");
    }

    /// Spring properties for the application; they go before its own.
    public Map<String, Object> properties() {
        return Map.copyOf(properties);
    }

    /// Where people reach the application.
    public URI address() {
        return URI.create(properties.get("visavis.base-url") + "/");
    }

    /// Says, once the application and the sign-in serve, where they are and who can sign in.
    ///
    /// @throws CannotStart when people could not sign in
    public void announce() {
        var provider = signIn;
        if (provider != null) {
            provider.awaitReady();
        }
        var mailbox = URI.create(
                (lan == null ? address() : onThisMachine(options.ports().application()) + "/") + "mailbox");
        new Announcement(out, new AccountSecrets(keys())).print(options, address(), mailbox);
    }

    @Override
    public void close() {
        for (var last = running.pollFirst(); last != null; last = running.pollFirst()) {
            try {
                last.close();
            } catch (Exception e) {
                out.println(
                        "Something did not stop as it should: " + e.getClass().getSimpleName());
            }
        }
    }

    private void startEverything() {
        var joins = options.has(Flag.JOIN);
        var found = joins ? RunningEdition.read(options.folders().data()) : null;
        var overLan = found == null ? options.has(Flag.LAN) : found.lan();
        if (overLan) {
            lan = LanAddresses.ofThisMachine();
        }
        edge = found == null ? edgeInFront() : found.edge();
        refuseTaken(options.ports().application(), "the pages", "--port", overLan);
        if (found == null) {
            refuseTaken(options.ports().signIn(), "signing in", "--signin-port", overLan);
        }
        if (options.has(Flag.FRESH)) {
            DataFolder.delete(options.folders().data());
            putWitnessAside();
        }
        var database = joins ? LocalDatabase.join(options.folders()) : startDatabase();
        secure();
        var base = edge == null
                ? base(options.ports().application())
                : edge.address().toString();
        var addresses =
                edge == null ? List.of(base, onThisMachine(options.ports().application())) : List.of(base);
        if (found == null) {
            startSignIn(database, addresses);
        } else {
            addresses.forEach(address -> SignInProvider.admit(address, database));
            signInProperties(found.issuer());
        }
        databaseProperties(database);
        applicationProperties(base);
        startSimulator();
    }

    /// By its number: what a browser keeps of a name's transport (HSTS) it would hold every other program on
    /// `localhost` to.
    private @Nullable Edge edgeInFront() {
        var port = options.edge();
        return port == null ? null : new Edge(URI.create("https://127.0.0.1:" + port), UUID.randomUUID());
    }

    /// It has seen the log of what was just deleted, and would refuse another.
    private void putWitnessAside() {
        var witness = options.folders().witness();
        if (Files.notExists(witness)) {
            return;
        }
        var until = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString().replace(":", "");
        try {
            Files.move(witness, witness.resolveSibling(witness.getFileName() + "-until-" + until));
        } catch (IOException e) {
            throw new CannotStart("The folder " + witness + " can not be put aside: " + e.getMessage(), e);
        }
    }

    private void startForCommand() {
        LocalDatabase database;
        try {
            RunningEdition.read(options.folders().data());
            database = LocalDatabase.join(options.folders());
        } catch (CannotStart notRunning) {
            database = startDatabase();
        }
        databaseProperties(database);
        properties.put("visavis.edition", "local");
        properties.put("visavis.local.keys", options.folders().keys().toString());
        // The pages belong to the context, but nobody is to find them.
        properties.put("server.port", 0);
        properties.put("server.address", "127.0.0.1");
        nobodySignsIn();
        properties.putAll(ofCommand());
    }

    private LocalDatabase startDatabase() {
        var began = System.nanoTime();
        var database = LocalDatabase.start(options.folders(), options.ports().database());
        running.push(database);
        done(
                "Database",
                "PostgreSQL " + Version.postgresql() + " with "
                        + options.folders().data(),
                began);
        return database;
    }

    private void startSignIn(LocalDatabase database, List<String> applications) {
        var began = System.nanoTime();
        var issuer = URI.create(base(options.ports().signIn()));
        var provider = SignInProvider.start(
                new SignInSettings(issuer, applications, clinicPhone(), certificate), database, keys(), clock);
        running.push(provider);
        signIn = provider;
        makeAccounts(provider);
        new RunningEdition(issuer, lan != null, edge).write(options.folders().data());
        running.push(() -> RunningEdition.forget(options.folders().data()));
        signInProperties(issuer);
        done("Sign-in", issuer.toString(), began);
    }

    /// The provider serves before the application has read its settings, so the number comes from the environment, as
    /// `visavis.clinic.phone` does.
    private static String clinicPhone() {
        return System.getenv().getOrDefault("VISAVIS_CLINIC_PHONE", "+1 555 0100");
    }

    /// Visits are held on a simulated vendor; mail and SMS stay in the mailbox, where they can be looked at.
    private void startSimulator() {
        var program = options.simulator();
        if (program == null) {
            return;
        }
        var began = System.nanoTime();
        var simulator = SimulatedVendor.start(
                program,
                options.folders().data().resolve("simulator"),
                URI.create(onThisMachine(options.ports().application()) + "/azure/acs/events"));
        running.push(simulator);
        LanTrust.add(simulator.certificate());
        properties.put("visavis.visit.engines", "acs,acs-second,direct,audio,telephone");
        properties.put("visavis.visit.simulation.engines", "acs,acs-second");
        properties.put("visavis.azure.acs.endpoint", simulator.said("endpoint"));
        properties.put("visavis.azure.acs.second-endpoint", simulator.said("second-endpoint"));
        properties.put("visavis.azure.entra.authority", simulator.said("authority"));
        properties.put("visavis.azure.entra.tenant", simulator.said("tenant"));
        properties.put("visavis.azure.entra.client", simulator.said("client"));
        properties.put("visavis.azure.entra.token-file", simulator.said("assertion"));
        for (var said : List.of("issuer", "keys", "audience")) {
            properties.put("visavis.azure.acs.news." + said, simulator.said("news-" + said));
            properties.put("visavis.azure.acs.news.call-" + said, simulator.said("call-" + said));
        }
        done(
                "Engine",
                "simulated Azure Communication Services, switches at %s and of the second resource at %s"
                        .formatted(simulator.said("control"), simulator.said("second-control")),
                began);
    }

    private void makeAccounts(SignInProvider provider) {
        var secrets = new AccountSecrets(keys());
        var persons = DemoPerson.all();
        properties.put("visavis.local.accounts", options.use().name());
        for (var account : LocalAccount.of(options.use())) {
            var person = Objects.requireNonNull(persons.get(account));
            var subject = provider.keep(new NewAccount(
                    account.signInName(),
                    person.displayName(),
                    Set.of(account.group()),
                    secrets.password(),
                    secrets.codeSecret(account)));
            properties.put("visavis.local.subjects." + account.signInName(), subject.toString());
        }
    }

    private void secure() {
        if (!isSecure()) {
            return;
        }
        var certificates = new LanCertificates(keys(), clock, lan == null ? List.of() : lan.all());
        certificate = certificates.server();
        LanTrust.add(certificates.authority());
        properties.put("server.ssl.key-store", certificate.file().toUri().toString());
        properties.put("server.ssl.key-store-type", "PKCS12");
        properties.put("server.ssl.key-store-password", certificate.reference());
        properties.put("server.ssl.key-alias", certificate.alias());
        properties.put("server.ssl.enabled-protocols", "TLSv1.3,TLSv1.2");
        if (edge == null) {
            properties.put("visavis.local.lan", "true");
        } else {
            certificates.writePem();
            properties.put("visavis.azure.frontdoor.id", edge.id().toString());
            properties.put("server.forward-headers-strategy", "native");
        }
    }

    private boolean isSecure() {
        return lan != null || edge != null;
    }

    private void databaseProperties(LocalDatabase database) {
        properties.put("spring.datasource.url", database.url());
        properties.put("spring.datasource.username", database.app().role());
        properties.put("spring.datasource.password", database.app().reference());
        properties.put("spring.flyway.url", database.url());
        properties.put("spring.flyway.user", database.owner().role());
        properties.put("spring.flyway.password", database.owner().reference());
    }

    private void signInProperties(URI issuer) {
        properties.put("visavis.local.issuer", issuer.toString());
        properties.put("visavis.signin.origin", issuer.toString());
        properties.put("visavis.signin.account-page", issuer + "/account");
        properties.put("spring.security.oauth2.client.registration.visavis.client-id", SignInProvider.CLIENT_ID);
        properties.put(
                "spring.security.oauth2.client.registration.visavis.client-secret",
                SignInProvider.clientSecretReference(keys()));
        properties.put("spring.security.oauth2.client.provider.visavis.issuer-uri", issuer.toString());
    }

    /// A client that is complete without asking a provider, which does not run.
    private void nobodySignsIn() {
        var client = "spring.security.oauth2.client.registration.visavis.";
        var provider = "spring.security.oauth2.client.provider.visavis.";
        properties.put("visavis.signin.origin", "http://localhost");
        properties.put(client + "client-id", SignInProvider.CLIENT_ID);
        properties.put(client + "client-secret", SignInProvider.clientSecretReference(keys()));
        properties.put(provider + "authorization-uri", "http://localhost/nobody");
        properties.put(provider + "token-uri", "http://localhost/nobody");
        properties.put(provider + "jwk-set-uri", "http://localhost/nobody");
        properties.put(provider + "user-name-attribute", "sub");
    }

    private void applicationProperties(String base) {
        properties.put("visavis.edition", "local");
        properties.put("visavis.base-url", base);
        properties.put("visavis.local.keys", options.folders().keys().toString());
        properties.put("visavis.local.mailbox", Boolean.toString(options.use() == LocalOptions.Use.DEMO));
        properties.put(
                "visavis.calllist.folder",
                options.folders().data().resolve("call-list").toString());
        properties.put(
                "visavis.audit.witness.folder", options.folders().witness().toString());
        properties.put("visavis.session.secure-cookie", Boolean.toString(isSecure()));
        properties.put("server.port", options.ports().application());
        if (lan == null) {
            properties.put("server.address", "127.0.0.1");
        }
        if (options.importFrom() != null && !options.has(Flag.EMPTY)) {
            properties.put(
                    "visavis.demo.import", options.importFrom().toAbsolutePath().toString());
        }
    }

    private String base(int port) {
        if (edge != null) {
            return "https://127.0.0.1:" + port;
        }
        return lan == null
                ? "http://localhost:" + port
                : "https://" + lan.main().getHostAddress() + ":" + port;
    }

    private String onThisMachine(int port) {
        return lan == null ? "http://127.0.0.1:" + port : "https://localhost:" + port;
    }

    private KeyFolder keys() {
        return KeyFolder.at(options.folders().keys());
    }

    private void done(String what, String where, long began) {
        out.printf("%-9s %s (%.1f s)%n", what, where, (System.nanoTime() - began) / 1e9);
    }

    private static void refuseTaken(int port, String purpose, String option, boolean everywhere) {
        var addresses = new ArrayList<>(List.of(InetAddress.ofLiteral("127.0.0.1")));
        if (everywhere) {
            addresses.add(InetAddress.ofLiteral("0.0.0.0"));
        }
        for (var address : addresses) {
            try (var socket = new ServerSocket()) {
                socket.setReuseAddress(true);
                socket.bind(new InetSocketAddress(address, port));
            } catch (IOException e) {
                throw new CannotStart(
                        "Port " + port + ", wanted for " + purpose
                                + ", is taken by another program. Stop that program, or choose another with " + option
                                + " PORT.",
                        e);
            }
        }
    }
}
