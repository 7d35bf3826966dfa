package health.visavis.fhir.mapper;

/// A resource that is not taken. The message names a rule and a place in the resource, never what stands there.
public class ResourceRejected extends Exception {

    public ResourceRejected(String reason) {
        super(reason, null, false, false);
    }

    public String reason() {
        return String.valueOf(getMessage());
    }
}
