package health.visavis.visit;

import java.util.regex.Pattern;

/// What an engine is called in the configuration and with the calls it carried, such as `acs` or `direct`.
public record EngineName(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,30}");

    public static final EngineName DIRECT = new EngineName("direct");
    public static final EngineName AUDIO = new EngineName("audio");
    public static final EngineName TELEPHONE = new EngineName("telephone");

    public EngineName {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("An engine's name is a short lower-case word");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
