package health.visavis.notification;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/// Over the same name, certificate and way as everybody else: what is wrong with those is wrong with the link.
@Component
class HttpLinkProbe implements LinkProbe {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Pattern SIGN_IN = Pattern.compile("/oauth2/authorization/|/sign-in$");

    @Override
    public Optional<LinkTrouble> open(URI link) {
        try (var client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            var request = HttpRequest.newBuilder(link)
                    .timeout(PATIENCE)
                    .header("Accept", "text/html")
                    .header("User-Agent", "Visavis-link-check")
                    .build();
            var answer = client.send(request, BodyHandlers.discarding());
            var asksToSignIn = answer.statusCode() / 100 == 3
                    && answer.headers()
                            .firstValue("Location")
                            .filter(where -> SIGN_IN.matcher(where).find())
                            .isPresent();
            return asksToSignIn ? Optional.empty() : Optional.of(LinkTrouble.WRONG_ANSWER);
        } catch (IOException unreachable) {
            return Optional.of(LinkTrouble.UNREACHABLE);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.of(LinkTrouble.UNREACHABLE);
        }
    }
}
