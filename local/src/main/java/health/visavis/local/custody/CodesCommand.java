package health.visavis.local.custody;

import health.visavis.access.Actor;
import health.visavis.breakglass.EnterByCode;
import health.visavis.breakglass.MakeSealedCodes;
import health.visavis.breakglass.MakeSealedCodes.MakeOutcome;
import health.visavis.breakglass.ReadSealedCodes;
import health.visavis.breakglass.ReadSealedCodes.Standing;
import java.io.PrintStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/// `visavis codes status|print`. Puts sealed codes that two administrators have agreed to on the given stream, once,
/// and
/// nowhere else. A person at the machine is nobody who has signed in: they decide nothing here.
@Component
@Lazy
public class CodesCommand {

    public static final int DONE = 0;
    public static final int REFUSED = 1;

    private static final Actor SELF = Actor.system("codes");

    private final ReadSealedCodes readSealedCodes;
    private final MakeSealedCodes makeSealedCodes;
    private final Clock clock;

    CodesCommand(ReadSealedCodes readSealedCodes, MakeSealedCodes makeSealedCodes, Clock clock) {
        this.readSealedCodes = readSealedCodes;
        this.makeSealedCodes = makeSealedCodes;
        this.clock = clock;
    }

    public int run(CodesWords words, PrintStream out) {
        var standing = readSealedCodes.read(SELF);
        return switch (words) {
            case CodesWords.Status _ -> status(standing, out);
            case CodesWords.Print print ->
                print.request()
                        .or(() -> only(standing))
                        .map(request -> print(request, out))
                        .orElseGet(() -> whichOne(standing, out));
        };
    }

    private static int status(Standing standing, PrintStream out) {
        out.println(standing.left().isEmpty() ? "Nobody has emergency codes." : "Emergency codes that open something:");
        standing.left()
                .forEach(left ->
                        out.println("  " + standing.name(left.of()) + ": " + left.left() + ", made " + left.madeAt()));
        agreed(standing, out);
        return DONE;
    }

    private static void agreed(Standing standing, PrintStream out) {
        out.println(standing.agreed().isEmpty() ? "None are agreed and not printed." : "Agreed, and not printed yet:");
        standing.agreed()
                .forEach(agreed -> out.println("  " + agreed.request() + "  for " + standing.name(agreed.of())));
    }

    private static Optional<UUID> only(Standing standing) {
        return standing.agreed().size() == 1
                ? Optional.of(standing.agreed().getFirst().request())
                : Optional.empty();
    }

    private static int whichOne(Standing standing, PrintStream out) {
        if (standing.agreed().isEmpty()) {
            out.println("Nothing is agreed: two administrators do that on the page /keys, within a day.");
        } else {
            out.println("Which one? './visavis codes print REQUEST'.");
            agreed(standing, out);
        }
        return REFUSED;
    }

    private int print(UUID request, PrintStream out) {
        return switch (makeSealedCodes.make(SELF, request)) {
            case MakeOutcome.Made made -> {
                sheet(made, out);
                yield DONE;
            }
            case MakeOutcome.NotAgreed _ -> {
                out.println("Two administrators have not agreed to this, it has lapsed, or it was printed before.");
                yield REFUSED;
            }
        };
    }

    private void sheet(MakeOutcome.Made made, PrintStream out) {
        out.println();
        out.println("EMERGENCY CODES FOR " + made.name());
        out.println("Printed " + LocalDate.ofInstant(clock.instant(), ZoneId.systemDefault())
                + ". Sheets printed before for the same person open nothing any more.");
        out.println(
                "When nobody can sign in and a patient is in danger: open /emergency-sign-in at the clinic's address.");
        out.println("Each code works once, for " + EnterByCode.GOOD_FOR.toMinutes()
                + " minutes, for its owner alone. Every use is an alarm and is judged.");
        out.println();
        made.codes()
                .forEach(code -> out.printf(
                        "  %6d   %s   used on ______________%n",
                        code.number(), code.code().reveal()));
        out.println();
        out.println("This is shown once. Put it on paper, seal it in an envelope, and clear this screen.");
    }
}
