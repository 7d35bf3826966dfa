package health.visavis.web.problem;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Stack traces that say where, and never with what.
final class Traces {

    private static final int FRAMES = 12;

    private Traces() {}

    static String withoutMessages(Throwable failure) {
        return Stream.iterate(failure, current -> current != null, Throwable::getCause)
                .limit(5)
                .map(current -> current.getClass().getName() + frames(current))
                .collect(Collectors.joining("\ncaused by "));
    }

    private static String frames(Throwable failure) {
        return Stream.of(failure.getStackTrace())
                .limit(FRAMES)
                .map(frame -> "\n    at " + frame)
                .collect(Collectors.joining());
    }
}
