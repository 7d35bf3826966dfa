package health.visavis.proof.drill;

import health.visavis.proof.measure.Machine;

/// `Drill race`, `Drill crash` or `Drill visit [RUNS]`.
public final class Drill {

    private Drill() {}

    static void main(String[] arguments) throws Exception {
        System.out.println("Machine: " + Machine.description());
        var nothingLost = switch (arguments[0]) {
            case "race" -> new RaceDrill().run();
            case "crash" -> new CrashDrill().run();
            case "visit" -> new VisitDrill(arguments.length > 1 ? Integer.parseInt(arguments[1]) : 20).run();
            default -> throw new IllegalArgumentException("No drill is called " + arguments[0]);
        };
        System.out.println(nothingLost ? "Held." : "DID NOT HOLD.");
        System.exit(nothingLost ? 0 : 1);
    }
}
