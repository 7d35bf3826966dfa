package health.visavis.fhir.mapper;

import health.visavis.people.ExternalId;
import health.visavis.people.Gender;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.HumanName.NameUse;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Location;
import org.hl7.fhir.r4.model.Patient;
import org.jspecify.annotations.Nullable;

/// What people's resources say about people.
public final class PeopleMapper {

    /// The name that we give to the ids of a source when a resource has no identifier of its own.
    public static final String BY_RESOURCE_ID = "urn:visavis:fhir:";

    /// Numbers of the state: nobody is found by them here, so they are not kept in the clear.
    private static final Set<String> PRIVATE_KINDS = Set.of("SS", "DL", "PPN", "TAX", "SB", "CZ");

    private PeopleMapper() {}

    public record Name(String given, String family) {}

    /// The names other systems give to this one, the preferred first.
    public static List<ExternalId> externalIds(String type, @Nullable String id, List<Identifier> identifiers) {
        var names = new ArrayList<ExternalId>();
        for (var identifier : identifiers) {
            if (identifier.hasSystem() && identifier.hasValue() && !isPrivate(identifier)) {
                names.add(new ExternalId(plain(identifier.getSystem()), plain(identifier.getValue())));
            }
        }
        if (id != null && names.isEmpty()) {
            names.add(new ExternalId(BY_RESOURCE_ID + type, id));
        }
        return names;
    }

    public static Name name(List<HumanName> names, String path) throws ResourceRejected {
        var name = names.stream()
                .filter(one -> one.getUse() == NameUse.OFFICIAL)
                .findFirst()
                .or(() -> names.stream()
                        .filter(one -> one.getUse() != NameUse.OLD && one.getUse() != NameUse.MAIDEN)
                        .findFirst())
                .orElseThrow(() -> new ResourceRejected(path + " is missing"));
        var given = plain(name.getGivenAsSingleString());
        var family = plain(name.hasFamily() ? name.getFamily() : "");
        if (given.isBlank() && family.isBlank()) {
            given = plain(name.hasText() ? name.getText() : "");
        }
        if (given.isBlank() && family.isBlank()) {
            throw new ResourceRejected(path + " is missing");
        }
        return new Name(given, family);
    }

    /// A place may have no name of its own, such as "the patient's home".
    public static @Nullable String name(Location location) {
        return Fields.firstOf(
                location.getName(),
                location.getDescription(),
                location.getPhysicalType().getCodingFirstRep().getDisplay());
    }

    public static LocalDate bornOn(Patient patient) throws ResourceRejected {
        var value = patient.getBirthDateElement().getValueAsString();
        if (value == null) {
            throw new ResourceRejected("Patient.birthDate is missing");
        }
        if (value.length() != 10) {
            throw new ResourceRejected("Patient.birthDate is not a full date");
        }
        return LocalDate.parse(value);
    }

    public static Gender gender(Patient patient) {
        return patient.hasGender() ? Gender.ofCode(patient.getGender().toCode()) : Gender.UNKNOWN;
    }

    public static @Nullable String contact(List<ContactPoint> points, ContactPointSystem system) {
        return points.stream()
                .filter(point -> point.getSystem() == system && point.hasValue())
                .map(point -> plain(point.getValue()))
                .findFirst()
                .orElse(null);
    }

    public static @Nullable String address(Patient patient) {
        if (!patient.hasAddress()) {
            return null;
        }
        var address = patient.getAddressFirstRep();
        var parts = new ArrayList<String>();
        address.getLine().forEach(line -> parts.add(line.getValue()));
        parts.add(address.getCity());
        parts.add(address.getState());
        parts.add(address.getPostalCode());
        var text = String.join(
                ", ",
                parts.stream().filter(part -> part != null && !part.isBlank()).toList());
        return text.isEmpty() ? null : plain(text);
    }

    /// English unless the source says Spanish: these are the two that the platform speaks.
    public static Locale language(Patient patient) {
        var spanish = patient.getCommunication().stream()
                .flatMap(one -> one.getLanguage().getCoding().stream())
                .anyMatch(coding -> coding.hasCode() && coding.getCode().startsWith("es"));
        return Locale.of(spanish ? "es" : "en");
    }

    private static boolean isPrivate(Identifier identifier) {
        return identifier.getType().getCoding().stream().anyMatch(coding -> PRIVATE_KINDS.contains(coding.getCode()));
    }

    /// Without control characters, which a text column refuses.
    private static String plain(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
