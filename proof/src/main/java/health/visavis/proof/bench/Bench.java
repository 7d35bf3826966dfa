package health.visavis.proof.bench;

import health.visavis.proof.measure.Comparison;
import health.visavis.proof.measure.Machine;

/// `Bench start|join|book|chat`.
public final class Bench {

    private Bench() {}

    static void main(String[] arguments) throws Exception {
        System.out.println("Machine: " + Machine.description());
        Measurement measurement = switch (arguments[0]) {
            case "start" -> new StartBench();
            case "join" -> new JoinBench();
            case "book" -> new BookBench();
            case "chat" -> new ChatBench();
            default -> throw new IllegalArgumentException("No benchmark is called " + arguments[0]);
        };
        var comparisons = measurement.run();
        comparisons.forEach(System.out::println);
        System.exit(comparisons.stream().allMatch(Comparison::meetsBar) ? 0 : 1);
    }
}
