package health.visavis.proof.drill;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// What [VisitDrill] breaks, and the longest that two people may be without each other then: five seconds for each
/// step of the ladder.
enum Breakage {
    RESOURCE_BROKEN("the first resource answers 500 at open", 5),
    ENGINE_BROKEN("both resources answer 500 at open", 5),
    TOKEN_REFUSED("both resources refuse tokens", 5),
    RESOURCE_LOST("the first resource is lost in the call", 5),
    ENGINE_LOST("the first is lost in the call, the second answers 500", 5),
    MEDIA_LOST("the media of both resources are lost in the call: two steps", 10),
    TURN_KILLED("the TURN server in use is killed, another is there", 5),
    TELEPHONE("every TURN server is killed: the telephone is offered", 30),
    INSTANCE_KILLED("the patient's instance is killed", 5),
    DATABASE_RESTARTED("the database is restarted", 5),
    NETWORK_SWITCHED("the patient goes from Wi-Fi to mobile", 5);

    private final String sentence;
    private final double mostSeconds;

    Breakage(String sentence, double mostSeconds) {
        this.sentence = sentence;
        this.mostSeconds = mostSeconds;
    }

    String sentence() {
        return sentence;
    }

    double mostSeconds() {
        return mostSeconds;
    }

    /// As it is asked for on the command line.
    String asked() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Breakage named(String asked) {
        return Arrays.stream(values())
                .filter(each -> each.asked().equals(asked))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Nothing is called " + asked + "; there are "
                        + Arrays.stream(values()).map(Breakage::asked).collect(Collectors.joining(", "))));
    }
}
