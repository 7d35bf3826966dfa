package health.visavis.azure.acs;

import java.util.regex.Pattern;

/// A room at the vendor.
record AcsRoomId(String value) {

    private static final Pattern FORM = Pattern.compile("[0-9]{10,25}");

    AcsRoomId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a room of Azure Communication Services");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
