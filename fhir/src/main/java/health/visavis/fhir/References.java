package health.visavis.fhir;

import health.visavis.people.ExternalId;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;

/// The ways in which FHIR refers to a resource.
final class References {

    private static final Pattern CONDITIONAL = Pattern.compile("[A-Za-z]+\\?identifier=([^|]+)\\|(.+)");

    private static final Pattern BY_ID = Pattern.compile("(?:.*/)?([A-Za-z]+)/([A-Za-z0-9.-]{1,64})(?:/_history/.*)?");

    private References() {}

    /// `urn:uuid:…` and `Type/id`, whatever server stands before; nothing for other forms.
    static @Nullable String key(Reference reference) {
        var text = reference.getReference();
        if (text == null) {
            return null;
        }
        if (text.startsWith("urn:")) {
            return text;
        }
        var byId = BY_ID.matcher(text);
        return byId.matches() ? byId.group(1) + "/" + byId.group(2) : null;
    }

    /// The id part of `Type/id`.
    static @Nullable String id(@Nullable String key, String type) {
        return key != null && key.startsWith(type + "/") ? key.substring(type.length() + 1) : null;
    }

    /// `Type?identifier=system|value`, or the identifier that stands beside the reference.
    static Optional<ExternalId> identifier(Reference reference) {
        var text = reference.getReference();
        if (text != null) {
            var conditional = CONDITIONAL.matcher(text);
            if (conditional.matches()) {
                return Optional.of(new ExternalId(conditional.group(1), conditional.group(2)));
            }
        }
        var identifier = reference.getIdentifier();
        return identifier.hasSystem() && identifier.hasValue()
                ? Optional.of(new ExternalId(identifier.getSystem(), identifier.getValue()))
                : Optional.empty();
    }
}
