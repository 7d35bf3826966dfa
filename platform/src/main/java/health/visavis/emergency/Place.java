package health.visavis.emergency;

import java.util.List;

/// Where a patient is, and whom to call for them. Contact may be empty: not everybody has somebody.
///
/// @param address as one would tell an ambulance
/// @param state or province, because emergency services and licences end at its border
/// @param contactNumber as typed
public record Place(String address, String state, String contactName, String contactNumber) {

    private static final String SEPARATOR = "\u001f";

    /// One text, to be sealed as a whole.
    String written() {
        return String.join(SEPARATOR, address, state, contactName, contactNumber);
    }

    static Place read(String written) {
        var parts = List.of(written.split(SEPARATOR, -1));
        return new Place(parts.get(0), parts.get(1), parts.get(2), parts.get(3));
    }

    public boolean hasContact() {
        return !contactNumber.isEmpty();
    }

    /// For `tel:` links.
    public String dial() {
        return contactNumber.replaceAll("[^+0-9]", "");
    }

    @Override
    public String toString() {
        return "[REDACTED]";
    }
}
