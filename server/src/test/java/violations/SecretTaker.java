package violations;

import org.springframework.beans.factory.annotation.Value;

/// Takes a secret as a text that prints.
public final class SecretTaker {

    public final String url;

    public SecretTaker(@Value("${visavis.relay.shared-secret:}") String secret) {
        this.url = "turn://" + secret;
    }
}
