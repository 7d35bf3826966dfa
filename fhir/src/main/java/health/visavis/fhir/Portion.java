package health.visavis.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.visavis.access.Sensitivity;
import health.visavis.chart.ImportRun.Label;
import health.visavis.chart.ImportRun.Rejection;
import health.visavis.chart.ResourceType;
import health.visavis.fhir.mapper.EntryMapper;
import health.visavis.fhir.mapper.Labels;
import health.visavis.fhir.mapper.MappedEntry;
import health.visavis.fhir.mapper.ResourceRejected;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.hl7.fhir.r4.model.Location;
import org.hl7.fhir.r4.model.Medication;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;

/// What is stored together: a bundle, or some lines of NDJSON. Resources are parsed and mapped as they come, so
/// that only the short form of each stays in memory.
final class Portion {

    private static final Set<String> NEEDED_BY_OTHERS = Set.of("PractitionerRole", "Medication");

    /// The kinds that are read: those that are kept, and those that others need to be understood.
    static Set<String> types() {
        var types = new TreeSet<>(NEEDED_BY_OTHERS);
        types.addAll(Set.of("Organization", "Location", "Practitioner"));
        for (var type : ResourceType.values()) {
            types.add(type.code());
        }
        return types;
    }

    record Parsed<T>(RawResource raw, T resource) {}

    private final FhirFile file;
    private final List<Parsed<Organization>> organizations = new ArrayList<>();
    private final List<Parsed<Location>> locations = new ArrayList<>();
    private final List<Parsed<Practitioner>> practitioners = new ArrayList<>();
    private final List<PractitionerRole> roles = new ArrayList<>();
    private final List<Parsed<Patient>> patients = new ArrayList<>();
    private final List<Parsed<MappedEntry>> entries = new ArrayList<>();
    private final Map<String, RawResource> medications = new HashMap<>();
    private final List<RawResource> waitingForMedication = new ArrayList<>();
    /// What a reference may say → the id of the resource meant.
    private final Map<String, String> ids = new HashMap<>();

    private final Map<String, Long> notTaken = new HashMap<>();
    private final List<Rejection> rejections = new ArrayList<>();
    private Label ofBundle = new Label(Sensitivity.ORDINARY, true);
    private long read;

    Portion(FhirFile file) {
        this.file = file;
    }

    void add(RawResource raw) {
        if (NEEDED_BY_OTHERS.contains(raw.type())) {
            addNeeded(raw);
            return;
        }
        read++;
        try {
            take(raw);
        } catch (ResourceRejected rejected) {
            reject(raw.line(), raw.type(), rejected.reason());
        }
    }

    void notTaken(String type) {
        notTaken.merge(type, 1L, Long::sum);
    }

    void rejected(long line, String type, String reason) {
        read++;
        reject(line, type, reason);
    }

    /// Its label is as strict as the strictest of its entries should be (DS4P's high water mark).
    void about(ObjectNode bundle) {
        if (!bundle.path("meta").path("security").isEmpty()) {
            var labels = ResourceReader.JSON.createObjectNode();
            labels.put("resourceType", "Basic").set("meta", bundle.path("meta"));
            try {
                ofBundle = Labels.of(R4.parse(ResourceReader.bytes(labels)));
            } catch (ResourceRejected unreadable) {
                ofBundle = new Label(Sensitivity.RESTRICTED, false);
            }
        }
    }

    /// Everything has come: requests can now be given the medications that their bundle holds apart.
    Portion complete() {
        for (var raw : waitingForMedication) {
            try {
                var whole = withMedication(raw);
                entries.add(new Parsed<>(whole, EntryMapper.map(R4.parse(whole.json()))));
            } catch (ResourceRejected rejected) {
                reject(raw.line(), raw.type(), rejected.reason());
            }
        }
        waitingForMedication.clear();
        labelAsBundle();
        return this;
    }

    /// Where no entry is guarded as well as the bundle wants, its sender has labelled the bundle alone: then it is
    /// meant for all of them.
    private void labelAsBundle() {
        var strictest = entries.stream()
                .map(entry -> entry.resource().label().sensitivity())
                .max(Comparator.naturalOrder())
                .orElse(Sensitivity.ORDINARY);
        if (!ofBundle.sensitivity().isWithin(strictest)) {
            entries.replaceAll(
                    entry -> new Parsed<>(entry.raw(), entry.resource().labelled(ofBundle)));
        }
    }

    private void take(RawResource raw) throws ResourceRejected {
        var known = new RawResource(raw.type(), raw.fullUrl(), ResourceIds.of(raw), raw.line(), raw.json());
        switch (R4.parse(raw.json())) {
            case Organization organization -> organizations.add(new Parsed<>(known, organization));
            case Location location -> locations.add(new Parsed<>(known, location));
            case Practitioner practitioner -> practitioners.add(new Parsed<>(known, practitioner));
            case Patient patient -> patients.add(new Parsed<>(known, patient));
            case MedicationRequest request when isApart(request) -> waitingForMedication.add(known);
            case org.hl7.fhir.r4.model.Resource resource -> entries.add(new Parsed<>(known, EntryMapper.map(resource)));
        }
        remember(known);
    }

    private static boolean isApart(MedicationRequest request) {
        return request.getMedication() instanceof Reference reference
                && reference.getResource() == null
                && References.key(reference) != null;
    }

    private void addNeeded(RawResource raw) {
        notTaken(raw.type());
        try {
            switch (R4.parse(raw.json())) {
                case PractitionerRole role -> roles.add(role);
                case Medication medication -> {
                    if (raw.fullUrl() != null) {
                        medications.put(raw.fullUrl(), raw);
                    }
                    if (raw.id() != null) {
                        medications.put("Medication/" + raw.id(), raw);
                    }
                }
                default -> throw new IllegalStateException("not needed by others");
            }
        } catch (ResourceRejected unreadable) {
            // Not ours to keep; whoever needs it will say that it is missing.
        }
    }

    /// The request with its medication inside, as FHIR's `contained`: one resource that says everything.
    private RawResource withMedication(RawResource raw) throws ResourceRejected {
        try {
            var request = (ObjectNode) ResourceReader.JSON.readTree(raw.json());
            var reference = new Reference(
                    request.path("medicationReference").path("reference").asText());
            var key = References.key(reference);
            var found = key == null ? null : medications.get(key);
            if (found == null) {
                return raw;
            }
            var medication = (ObjectNode) ResourceReader.JSON.readTree(found.json());
            medication.put("id", "medication");
            request.withArray("contained").add(medication);
            request.withObject("/medicationReference").put("reference", "#medication");
            return new RawResource(raw.type(), raw.fullUrl(), raw.id(), raw.line(), ResourceReader.bytes(request));
        } catch (IOException impossible) {
            throw new ResourceRejected("not well-formed JSON");
        }
    }

    private void remember(RawResource raw) {
        var id = String.valueOf(raw.id());
        if (raw.fullUrl() != null) {
            ids.put(raw.fullUrl(), id);
        }
        ids.put(raw.type() + "/" + id, id);
    }

    private void reject(long line, String type, String reason) {
        rejections.add(new Rejection(file.label(), line, type, reason));
    }

    Rejection rejection(RawResource raw, String reason) {
        return new Rejection(file.label(), raw.line(), raw.type(), reason);
    }

    boolean isFull(int most) {
        return read >= most;
    }

    long read() {
        return read;
    }

    Map<String, Long> notTaken() {
        return notTaken;
    }

    List<Rejection> rejections() {
        return rejections;
    }

    /// The id of the resource of this portion that a reference means.
    @Nullable
    String idOf(@Nullable String referenceKey) {
        return referenceKey == null ? null : ids.get(referenceKey);
    }

    List<Parsed<Organization>> organizations() {
        return organizations;
    }

    List<Parsed<Location>> locations() {
        return locations;
    }

    List<Parsed<Practitioner>> practitioners() {
        return practitioners;
    }

    List<PractitionerRole> roles() {
        return roles;
    }

    List<Parsed<Patient>> patients() {
        return patients;
    }

    List<Parsed<MappedEntry>> entries() {
        return entries;
    }

    /// Everything that was read and not rejected while reading.
    List<RawResource> taken() {
        var all = new ArrayList<RawResource>();
        organizations.forEach(one -> all.add(one.raw()));
        locations.forEach(one -> all.add(one.raw()));
        practitioners.forEach(one -> all.add(one.raw()));
        patients.forEach(one -> all.add(one.raw()));
        entries.forEach(one -> all.add(one.raw()));
        return all;
    }
}
