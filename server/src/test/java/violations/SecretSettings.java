package violations;

import org.springframework.boot.context.properties.ConfigurationProperties;

/// Is bound to a secret, and prints it.
@ConfigurationProperties("visavis.relay")
public record SecretSettings(String url, String password) {}
