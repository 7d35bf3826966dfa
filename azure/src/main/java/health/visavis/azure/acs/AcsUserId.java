package health.visavis.azure.acs;

import java.util.regex.Pattern;

/// A user at the vendor, made for one person and one line. It says nothing about the person.
record AcsUserId(String value) {

    private static final Pattern FORM = Pattern.compile("8:acs:[0-9a-fA-F-]{36}_[0-9a-fA-F-]{8,64}");

    AcsUserId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a user of Azure Communication Services");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
