package health.visavis.proof.scan;

import health.visavis.proof.http.OneTimeCode;
import health.visavis.proof.http.SignIn;
import health.visavis.proof.running.AtTheEdge;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/// `SignedInCookie ADDRESS KEYS NAME`: signs one of the demo's people in and prints the cookies, for a scanner that
/// is to see what they see.
final class SignedInCookie {

    private SignedInCookie() {}

    static void main(String[] words) throws IOException {
        var keys = Path.of(words[1]);
        var password = Files.readString(keys.resolve("accounts.password"));
        var session = SignIn.as(
                AtTheEdge.client(keys.resolve("edge-authority.pem")),
                URI.create(words[0]),
                words[2],
                password,
                () -> code(keys, words[2]));
        System.out.println(session.cookies().entrySet().stream()
                .filter(cookie -> !cookie.getKey().contains("sign-in"))
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; ")));
    }

    private static String code(Path keys, String name) {
        try {
            return OneTimeCode.now(Files.readString(keys.resolve("account-" + name + ".code")));
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
