package health.visavis.people;

import java.util.Locale;

/// FHIR's AdministrativeGender.
public enum Gender {
    MALE,
    FEMALE,
    OTHER,
    UNKNOWN;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Gender ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
