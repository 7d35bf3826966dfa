package health.visavis.local.demo;

import health.visavis.local.demo.LocalOptions.Flag;
import health.visavis.local.lan.QrCode;
import java.io.PrintStream;
import java.net.URI;

/// What a person reads once the clinic is open.
final class Announcement {

    private final PrintStream out;
    private final AccountSecrets secrets;

    Announcement(PrintStream out, AccountSecrets secrets) {
        this.out = out;
        this.secrets = secrets;
    }

    void print(LocalOptions options, URI address, URI mailbox) {
        out.println();
        out.println("Visavis is open at " + address);
        if (options.has(Flag.LAN) && !options.has(Flag.JOIN)) {
            phones(address);
        }
        if (options.edge() != null) {
            edge(options, address);
        }
        switch (options.use()) {
            case DEMO -> demo(mailbox);
            case CLINIC -> administrator(options);
        }
        out.println("Ctrl-C stops it; nothing that happened is lost.");
        out.flush();
    }

    private void demo(URI mailbox) {
        var persons = DemoPerson.all();
        out.println();
        out.println("Sign in as one of these, each in a browser or private window of its own:");
        persons.forEach((account, person) ->
                out.printf("  %-8s %-24s %s%n", account.signInName(), person.displayName(), account.canTry()));
        out.println();
        out.println("Password of all four: " + secrets.password());
        out.println("Staff also type a code. Codes, mails and SMS are at " + mailbox);
        out.println();
    }

    private void administrator(LocalOptions options) {
        out.println();
        out.println("The first administrator signs in as: " + LocalAccount.ADMIN.signInName());
        var keys = options.folders().keys();
        out.println(
                "The password, and the key for an authenticator app as a QR code and as text, lie in files; show them"
                        + " with");
        out.println("  cat " + keys.resolve("accounts.password"));
        out.println("  cat " + keys.resolve(secrets.authenticatorSheet(LocalAccount.ADMIN)));
        out.println();
    }

    private void edge(LocalOptions options, URI address) {
        var authority = options.folders().keys().resolve("edge-authority.pem");
        out.println();
        out.println("In front of it stands a twin of the edge: TLS, web application firewall and health probes of"
                + " nginx and ModSecurity, not Azure's.");
        out.println("Browsers believe it when they trust " + authority + "; it can vouch for this machine and private"
                + " networks alone.");
        out.println("  ./visavis verify " + address.toString().replaceFirst("/$", "") + " --trust " + authority);
    }

    private void phones(URI address) {
        var coloured = System.console() != null && System.console().isTerminal();
        out.println();
        out.println("On a phone in this network, read this code:");
        out.println(QrCode.of(address.toString(), coloured));
        out.println("The first time, let the phone trust this clinic: " + address + "phone");
    }
}
