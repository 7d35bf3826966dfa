package health.visavis.proof.address;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/// `VerifyAddress ADDRESS [AUTHORITY]`: a line for everything that is looked at; ends with 1 if anything is not as it
/// should be.
public final class VerifyAddress {

    private VerifyAddress() {}

    public static void main(String... words) throws InterruptedException {
        System.exit(run(words) ? 0 : 1);
    }

    static boolean run(String... words) throws InterruptedException {
        try {
            var trust = words.length > 1 ? Address.trustIn(Path.of(words[1])) : Address.usualTrust();
            try (var address = Address.of(words[0], trust)) {
                return told(address, findings(address, Clock.systemUTC()));
            }
        } catch (IllegalArgumentException notOne) {
            System.err.println("'" + words[0] + "' is no address of a platform: https://HOST, nothing behind it.");
        } catch (IOException | GeneralSecurityException away) {
            System.err.println(words[0] + " could not be asked: " + away);
        }
        return false;
    }

    static List<Finding> findings(Address address, Clock clock) throws IOException, InterruptedException {
        var findings = new ArrayList<>(Transport.of(address, clock.instant()));
        findings.addAll(Pages.of(address));
        findings.addAll(SignIn.of(address));
        return findings;
    }

    private static boolean told(Address address, List<Finding> findings) {
        for (var finding : findings) {
            System.out.println(
                    switch (finding) {
                        case Finding.Holds holds -> "holds  " + holds.expected();
                        case Finding.Fails fails -> "FAILS  " + fails.expected() + ": " + fails.found();
                    });
        }
        var failed = findings.stream().filter(Finding.Fails.class::isInstance).count();
        if (failed > 0) {
            System.err.println(address + ": " + failed + " of " + findings.size() + " are not as they should be.");
        }
        return failed == 0;
    }
}
