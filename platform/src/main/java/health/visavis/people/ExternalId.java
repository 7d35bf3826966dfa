package health.visavis.people;

/// The name that another system gives to one of ours: FHIR's Identifier.
public record ExternalId(String system, String value) {

    public ExternalId {
        if (system.isBlank() || value.isBlank()) {
            throw new IllegalArgumentException("an identifier needs a system and a value");
        }
    }

    @Override
    public String toString() {
        return "ExternalId[" + system + "]";
    }
}
