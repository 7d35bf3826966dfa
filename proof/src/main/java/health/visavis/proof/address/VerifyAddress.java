package health.visavis.proof.address;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;

/// `VerifyAddress ADDRESS [--trust FILE] [--origin ADDRESS] [--no-edge] [--record FOLDER --key FILE] [--source
/// WHAT]`: a line for everything that is looked at; ends with 1 if anything is not as it should be. `VerifyAddress
/// --read FILE --key FILE` shows evidence that an earlier one has written, if the key has signed it.
public final class VerifyAddress {

    private VerifyAddress() {}

    public static void main(String... words) throws InterruptedException {
        System.exit(run(words) ? 0 : 1);
    }

    static boolean run(String... words) throws InterruptedException {
        return words[0].equals("--read")
                ? isSigned(Path.of(words[1]), Path.of(words[3]))
                : isAsItShouldBe(Question.of(List.of(words)));
    }

    private static boolean isAsItShouldBe(Question question) throws InterruptedException {
        try {
            var authority = question.authority();
            var trust = authority.isEmpty() ? Address.usualTrust() : Address.trustIn(authority.get());
            // Before anything is asked: a key that cannot sign would be noticed when all has been seen.
            var key = question.key();
            var signing = key.isEmpty() ? null : Evidence.privateKey(Files.readString(key.get()));
            var seen = seen(question, trust, Clock.systemUTC());
            told(seen);
            if (signing != null) {
                System.out.println("signed "
                        + Evidence.write(seen, signing, question.folder().orElseThrow()));
            }
            return seen.holds();
        } catch (IllegalArgumentException notOne) {
            System.err.println(notOne.getMessage());
        } catch (IOException | GeneralSecurityException away) {
            System.err.println(question.address() + " could not be asked: " + away);
        }
        return false;
    }

    private static Evidence.Seen seen(Question question, SSLContext trust, Clock clock)
            throws IOException, InterruptedException {
        var at = clock.instant();
        var notAsked = new ArrayList<String>();
        try (var address = Address.of(question.address(), trust)) {
            var findings = new ArrayList<>(findings(address, clock));
            if (question.withEdge()) {
                findings.addAll(edge(address));
            } else {
                notAsked.add("a firewall at the edge (--no-edge)");
            }
            if (question.origin().isEmpty()) {
                notAsked.add("an instance past the edge (--origin ADDRESS, from where it can be reached)");
            } else {
                try (var origin = Address.of(question.origin().get(), trust)) {
                    findings.addAll(Origin.of(origin));
                }
            }
            return new Evidence.Seen(address.toString(), at, question.source(), findings, notAsked);
        }
    }

    static List<Finding> findings(Address address, Clock clock) throws IOException, InterruptedException {
        return findings(address, clock.instant());
    }

    private static List<Finding> findings(Address address, Instant now) throws IOException, InterruptedException {
        var findings = new ArrayList<>(Transport.of(address, now));
        findings.addAll(Pages.of(address));
        findings.addAll(Caching.of(address));
        findings.addAll(SignIn.of(address));
        return findings;
    }

    static List<Finding> edge(Address address) throws IOException, InterruptedException {
        var findings = new ArrayList<>(Firewall.of(address));
        findings.addAll(Origin.ofClaims(address));
        findings.add(Transport.programsAreRefusedInClear(address));
        return findings;
    }

    private static void told(Evidence.Seen seen) {
        for (var finding : seen.findings()) {
            System.out.println(
                    switch (finding) {
                        case Finding.Holds holds -> "holds  " + holds.expected();
                        case Finding.Fails fails -> "FAILS  " + fails.expected() + ": " + fails.found();
                    });
        }
        seen.notAsked().forEach(what -> System.out.println("not asked  " + what));
        var failed =
                seen.findings().stream().filter(Finding.Fails.class::isInstance).count();
        if (failed > 0) {
            System.err.println(
                    seen.address() + ": " + failed + " of " + seen.findings().size() + " are not as they should be.");
        } else {
            System.out.println(seen.address() + ": all " + seen.findings().size() + " hold.");
        }
    }

    private static boolean isSigned(Path file, Path key) {
        try {
            var seen = Evidence.read(Files.readString(file), Evidence.publicKey(Files.readString(key)));
            seen.ifPresentOrElse(
                    System.out::print, () -> System.err.println(file + " is not what this key has signed."));
            return seen.isPresent();
        } catch (IOException | GeneralSecurityException unreadable) {
            System.err.println(file + " could not be verified: " + unreadable.getMessage());
            return false;
        }
    }
}
