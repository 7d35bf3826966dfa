package health.visavis.local.postgres;

import health.visavis.local.CannotStart;
import health.visavis.local.LocalFolders;
import health.visavis.local.keystore.KeyFolder;
import java.time.Clock;

/// The clinic's database on this machine: its address and the roles that may open it.
public final class LocalDatabase implements AutoCloseable {

    private static final String NAME = "visavis";

    private final int port;
    private final KeyFolder keys;
    private final Runnable stop;

    private LocalDatabase(int port, KeyFolder keys, Runnable stop) {
        this.port = port;
        this.keys = keys;
        this.stop = stop;
    }

    /// @param port 0 for any free one
    public static LocalDatabase start(LocalFolders folders, int port) {
        var data = DataFolder.open(folders.data(), Clock.systemUTC());
        try {
            var keys = KeyFolder.at(folders.keys());
            var superuser = credentials(keys, "visavis_superuser");
            var server = new PostgresServer(PostgresProgram.unpacked(), data.postgres(), superuser);
            var database = new LocalDatabase(server.start(port), keys, () -> {
                server.stop();
                data.close();
            });
            database.prepare(superuser);
            return database;
        } catch (RuntimeException e) {
            data.close();
            throw e;
        }
    }

    /// The database that another Visavis on this machine is running; closing this one leaves it alone.
    public static LocalDatabase join(LocalFolders folders) {
        var running = PostmasterFile.of(folders.data().resolve("postgres"))
                .filter(file -> file.ready() && file.isAlive())
                .orElseThrow(() -> new CannotStart(
                        "No Visavis is running on " + folders.data() + ". Start one there first, then join it."));
        return new LocalDatabase(running.port(), KeyFolder.at(folders.keys()), () -> {});
    }

    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + NAME;
    }

    public int port() {
        return port;
    }

    /// Owns the tables and migrates them.
    public Credentials owner() {
        return credentials(keys, "visavis_owner");
    }

    /// What the application connects as; it can do what the migrations granted.
    public Credentials app() {
        return credentials(keys, "visavis_app");
    }

    /// What the sign-in provider connects as; it sees its own schema and nothing else.
    public Credentials signIn() {
        return credentials(keys, "visavis_signin");
    }

    /// What a TURN server of this machine may connect as; it sees which passes are good and nothing else.
    public Credentials turn() {
        return credentials(keys, "visavis_turn");
    }

    @Override
    public void close() {
        stop.run();
    }

    private void prepare(Credentials superuser) {
        try {
            new DatabaseRoles(port, superuser).prepare(NAME, owner(), app(), signIn(), turn());
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /// The role that the sign-in provider connects as.
    public static Credentials signInRole(KeyFolder keys) {
        return credentials(keys, "visavis_signin");
    }

    private static Credentials credentials(KeyFolder keys, String role) {
        var file = role + ".password";
        return new Credentials(role, keys.password(file), keys.passwordReference(file));
    }
}
