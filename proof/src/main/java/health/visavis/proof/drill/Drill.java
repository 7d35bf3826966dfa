package health.visavis.proof.drill;

import health.visavis.proof.measure.Machine;
import java.util.EnumSet;

/// `Drill race`, `Drill crash`, `Drill keys`, `Drill edge` or `Drill visit [--runs N] [--only NAME]…`.
public final class Drill {

    /// Unlike a failure of the JVM.
    static final int MISSED = 3;

    private Drill() {}

    static void main(String[] arguments) throws Exception {
        var name = arguments[0];
        if (name.equals(VisitDrill.AT_THE_CLINIC)) {
            System.exit(VisitDrill.atTheClinic(series(arguments)) ? 0 : MISSED);
        }
        System.out.println("Machine: " + Machine.description());
        var nothingLost = switch (name) {
            case "race" -> new RaceDrill().run();
            case "crash" -> new CrashDrill().run();
            case "keys" -> new KeysDrill().run();
            case "edge" -> new EdgeDrill().run();
            case "visit" -> new VisitDrill(series(arguments)).run();
            default -> throw new IllegalArgumentException("No drill is called " + name);
        };
        System.out.println(nothingLost ? "Held." : "DID NOT HOLD.");
        System.exit(nothingLost ? 0 : 1);
    }

    private static Series series(String[] arguments) {
        var runs = 20;
        var only = EnumSet.noneOf(Breakage.class);
        for (int word = 1; word + 1 < arguments.length; word += 2) {
            switch (arguments[word]) {
                case "--runs" -> runs = Integer.parseInt(arguments[word + 1]);
                case "--only" -> only.add(Breakage.named(arguments[word + 1]));
                default -> throw new IllegalArgumentException("Nothing is known of " + arguments[word]);
            }
        }
        return new Series(runs, only.isEmpty() ? EnumSet.allOf(Breakage.class) : only);
    }
}
