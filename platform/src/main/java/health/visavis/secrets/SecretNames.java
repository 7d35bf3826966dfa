package health.visavis.secrets;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Tells by a setting's name whether its value is a secret, and by a value whether a secret is part of it.
public final class SecretNames {

    private static final List<String> SECRETS = List.of(
            "password", "passphrase", "secret", "token", "apikey", "accesskey", "sharedkey", "connectionstring");

    private static final List<String> READ_HERE = List.of("visavis", "spring", "server", "management");

    private static final Pattern INSIDE = Pattern.compile(
            "(?i)-----BEGIN [A-Z ]*PRIVATE KEY-----|[?&;](?:password|pwd|sslpassword|accountkey|sharedaccesskey|accesskey|sig)=[^&;]"
                    + "|^[a-z:+]{2,40}://[^/@?#\\s]*:[^/@?#\\s]+@");

    private SecretNames() {}

    /// @param setting in any of Spring's forms: `spring.datasource.password`, `SPRING_DATASOURCE_PASSWORD`
    public static boolean isSecret(String setting) {
        return isReadHere(setting) && SECRETS.stream().anyMatch(flat(setting)::endsWith);
    }

    /// Whether Visavis or Spring would read it: what else is in the process's environment is not ours.
    static boolean isReadHere(String setting) {
        var name = setting.toLowerCase(Locale.ROOT);
        return READ_HERE.stream()
                .anyMatch(start -> name.startsWith(start)
                        && name.length() > start.length()
                        && "._".indexOf(name.charAt(start.length())) >= 0);
    }

    /// A key in PEM, or an address with a password in it.
    static boolean areIn(String value) {
        return INSIDE.matcher(value).find();
    }

    /// The same for all of Spring's forms of one name.
    static String flat(String setting) {
        return setting.replaceAll("[._-]", "").toLowerCase(Locale.ROOT);
    }
}
