package health.visavis.audit;

import java.time.Duration;

/// @param origin names the log in its checkpoints
/// @param every how often rows are taken into the log and it is signed; zero: never by itself
/// @param exportEvery how often it goes to the witnesses, when it has grown
record LogSettings(String origin, Duration every, Duration exportEvery) {

    LogSettings {
        if (!origin.matches("[A-Za-z0-9./-]{1,100}")) {
            throw new IllegalArgumentException("visavis.audit.log.origin must be letters, digits, dots and dashes");
        }
    }
}
