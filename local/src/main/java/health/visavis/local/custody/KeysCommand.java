package health.visavis.local.custody;

import health.visavis.access.Actor;
import health.visavis.custody.AskForKeyAct;
import health.visavis.custody.AskForKeyAct.AskOutcome;
import health.visavis.custody.ReadKeys;
import health.visavis.custody.domain.KeyAct;
import health.visavis.custody.domain.KeyRequest;
import health.visavis.kernel.PatientId;
import health.visavis.keys.KeyStanding;
import java.io.PrintStream;
import java.util.Locale;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/// `visavis keys status|rotate|shred|revoke`. Prints names of keys, never a key. A person at the machine is nobody who
/// has signed in: what is asked here is done when two administrators have agreed on the page.
@Component
@Lazy
public class KeysCommand {

    public static final int DONE = 0;
    public static final int REFUSED = 1;

    private static final Actor SELF = Actor.system("keys");

    private final ReadKeys readKeys;
    private final AskForKeyAct askForKeyAct;

    KeysCommand(ReadKeys readKeys, AskForKeyAct askForKeyAct) {
        this.readKeys = readKeys;
        this.askForKeyAct = askForKeyAct;
    }

    public int run(KeysWords words, PrintStream out) {
        return switch (words) {
            case KeysWords.Status _ -> status(out);
            case KeysWords.Rotate rotate -> ask(new KeyAct.Rotate(), rotate.reason(), out);
            case KeysWords.Shred shred -> ask(new KeyAct.Destroy(new PatientId(shred.patient())), shred.reason(), out);
            case KeysWords.Revoke revoke -> ask(new KeyAct.Revoke(revoke.version()), revoke.reason(), out);
        };
    }

    private int status(PrintStream out) {
        var custody = readKeys.read(SELF);
        var standing = custody.standing();
        out.println("Versions of the wrapping key, and how many patients' keys each has wrapped:");
        out.printf("  %s  wraps now  %,d%n", standing.current(), wrappedBy(standing, standing.current()));
        standing.versions().stream()
                .filter(version -> !version.keyId().equals(standing.current()))
                .forEach(version -> out.printf("  %s  earlier    %,d%n", version.keyId(), version.dataKeys()));
        out.printf(Locale.ROOT, "Patients whose content was destroyed: %,d%n", standing.destroyed());
        out.printf(
                Locale.ROOT,
                "Opened keys in the memory of an instance: at most %,d, each for at most %d minutes%n",
                standing.cacheBound(),
                standing.cacheLifetime().toMinutes());
        out.println(custody.open().isEmpty() ? "Nothing is asked." : "Asked, and not done yet:");
        custody.open().forEach(request -> out.println("  " + sentence(request)));
        return DONE;
    }

    private static long wrappedBy(KeyStanding standing, String keyId) {
        return standing.versions().stream()
                .filter(version -> version.keyId().equals(keyId))
                .mapToLong(KeyStanding.Version::dataKeys)
                .sum();
    }

    private static String sentence(KeyRequest request) {
        var terms = request.terms();
        var what = switch (terms.act()) {
            case KeyAct.Rotate _ -> "rotate";
            case KeyAct.Destroy destroy -> "shred " + destroy.of();
            case KeyAct.Revoke revoke -> "revoke " + revoke.keyId();
            case KeyAct.MakeCodes codes -> "emergency codes for " + codes.of();
        };
        var agreed = switch (request) {
            case KeyRequest.Asked _ -> "nobody has agreed";
            case KeyRequest.Backed _ -> "one has agreed";
            case KeyRequest.Approved approved
            when approved.terms().act() instanceof KeyAct.MakeCodes ->
                "two have agreed, './visavis codes print' prints them";
            case KeyRequest.Approved _ -> "two have agreed, it is being done";
            case KeyRequest.Closed closed -> closed.ending().name().toLowerCase(Locale.ROOT);
        };
        return what + ": " + agreed + ", open until " + terms.until() + ", because: " + terms.reason();
    }

    private int ask(KeyAct act, String reason, PrintStream out) {
        return switch (askForKeyAct.ask(SELF, act, reason)) {
            case AskOutcome.Asked asked -> {
                out.println("Asked (" + asked.request()
                        + "). It is done when two administrators have agreed on the page /keys" + " within a day.");
                yield DONE;
            }
            case AskOutcome.ReasonMissing _ ->
                refused(out, "Say why, in at most " + AskForKeyAct.LONGEST_REASON + " characters: --reason TEXT.");
            case AskOutcome.NoSuchPatient _ -> refused(out, "There is no such patient.");
            case AskOutcome.AskedBefore _ -> refused(out, "This is asked already: see './visavis keys status'.");
            case AskOutcome.StillInUse inUse ->
                refused(
                        out,
                        "This version still opens %,d patients' keys: rotate, and wait until they are wrapped anew."
                                .formatted(inUse.dataKeys()));
            case AskOutcome.NoSuchClinician _ -> refused(out, "There is no such doctor or nurse.");
            case AskOutcome.IsCurrent _ -> refused(out, "This version wraps now: rotate first.");
        };
    }

    private static int refused(PrintStream out, String why) {
        out.println(why);
        return REFUSED;
    }
}
