package health.visavis.fhir.mapper;

import health.visavis.access.Sensitivity;
import health.visavis.chart.ImportRun.Label;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Resource;

/// Reads how a resource is to be guarded from its security labels, as FHIR Data Segmentation for Privacy (DS4P) writes
/// them: `meta.security`, and a document's `securityLabel`. The strictest counts. What we do not know counts as
/// [Sensitivity#RESTRICTED], and is reported.
public final class Labels {

    private static final String SYSTEMS = "http://terminology.hl7.org/CodeSystem/";

    /// Each as R4 names it, and as others before and beside it do.
    private static final Set<String> CONFIDENTIALITY = Set.of(
            SYSTEMS + "v3-Confidentiality", "http://hl7.org/fhir/v3/Confidentiality", "urn:oid:2.16.840.1.113883.5.25");

    private static final Set<String> ACT_CODE =
            Set.of(SYSTEMS + "v3-ActCode", "http://hl7.org/fhir/v3/ActCode", "urn:oid:2.16.840.1.113883.5.4");

    /// What these say is not how sensitive something is: for which purpose it may be used, and how whole it is.
    private static final Set<String> OF_OTHER_THINGS =
            Set.of(SYSTEMS + "v3-ActReason", SYSTEMS + "v3-ObservationValue");

    private static final Map<String, Sensitivity> CONFIDENTIALITIES = Map.of(
            "U", Sensitivity.ORDINARY,
            "L", Sensitivity.ORDINARY,
            "M", Sensitivity.ORDINARY,
            "N", Sensitivity.ORDINARY,
            "R", Sensitivity.RESTRICTED,
            "V", Sensitivity.RESTRICTED);

    /// Kinds of sensitive information, and laws that a label may name.
    private static final Map<Sensitivity, Set<String>> ACT_CODES = Map.of(
            Sensitivity.KEPT_APART,
            Set.of("PSYTHPN", "HIPAAPsyNotes"),
            Sensitivity.PART2,
            Set.of("42CFRPart2", "ETH", "ETHUD", "SUD", "OPIOIDUD"),
            Sensitivity.MINOR_CONFIDENTIAL,
            Set.of("ADOL"),
            Sensitivity.RESTRICTED,
            Set.of(
                    "BH",
                    "CEL",
                    "COGN",
                    "DVD",
                    "EMOTDIS",
                    "EMP",
                    "GDIS",
                    "HIV",
                    "IDS",
                    "MH",
                    "MST",
                    "PREGNANT",
                    "PSY",
                    "SCA",
                    "SDV",
                    "SEX",
                    "SICKLE",
                    "SPI",
                    "STD",
                    "TBOO",
                    "VIO",
                    "Title38Section7332"));

    private Labels() {}

    public static Label of(Resource resource) {
        var sensitivities = codings(resource)
                .filter(coding -> !OF_OTHER_THINGS.contains(String.valueOf(coding.getSystem())))
                .map(Labels::known)
                .toList();
        return new Label(
                sensitivities.stream()
                        .map(known -> known.orElse(Sensitivity.RESTRICTED))
                        .max(Comparator.naturalOrder())
                        .orElse(Sensitivity.ORDINARY),
                sensitivities.stream().allMatch(Optional::isPresent));
    }

    /// A medication that came apart stands inside its request, and so does its label.
    private static Stream<Coding> codings(Resource resource) {
        var inside = resource instanceof DomainResource whole
                ? whole.getContained().stream().flatMap(Labels::codings)
                : Stream.<Coding>empty();
        var ofDocument = resource instanceof DocumentReference document
                ? document.getSecurityLabel().stream()
                        .map(CodeableConcept::getCoding)
                        .flatMap(List::stream)
                : Stream.<Coding>empty();
        return Stream.of(resource.getMeta().getSecurity().stream(), ofDocument, inside)
                .flatMap(codings -> codings);
    }

    private static Optional<Sensitivity> known(Coding coding) {
        var system = String.valueOf(coding.getSystem());
        var code = String.valueOf(coding.getCode());
        if (CONFIDENTIALITY.contains(system)) {
            return Optional.ofNullable(CONFIDENTIALITIES.get(code));
        }
        return ACT_CODES.entrySet().stream()
                .filter(kind -> ACT_CODE.contains(system) && kind.getValue().contains(code))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
