package health.visavis.proof.bench;

import health.visavis.proof.measure.Machine;
import health.visavis.proof.measure.Result;
import java.util.stream.Stream;

/// `Bench start|join|book|chat|trust|trust-parts|trust-log`.
public final class Bench {

    private Bench() {}

    static void main(String[] arguments) throws Exception {
        System.out.println("Machine: " + Machine.description());
        Measurement measurement = switch (arguments[0]) {
            case "start" -> new StartBench();
            case "join" -> new JoinBench();
            case "book" -> new BookBench();
            case "chat" -> new ChatBench();
            case "trust" ->
                () -> Stream.concat(new TrustParts().run().stream(), new TrustLog().run().stream())
                        .toList();
            case "trust-parts" -> new TrustParts();
            case "trust-log" -> new TrustLog();
            default -> throw new IllegalArgumentException("No benchmark is called " + arguments[0]);
        };
        var results = measurement.run();
        results.forEach(System.out::println);
        System.exit(results.stream().allMatch(Result::meetsBar) ? 0 : 1);
    }
}
