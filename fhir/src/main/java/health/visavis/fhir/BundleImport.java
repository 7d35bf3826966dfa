package health.visavis.fhir;

import health.visavis.access.Actor;
import health.visavis.chart.Change;
import health.visavis.chart.ChartEntry;
import health.visavis.chart.ImportedResource;
import health.visavis.chart.KnownPatients;
import health.visavis.chart.RecordImportedResources;
import health.visavis.chart.ResourceType;
import health.visavis.fhir.mapper.Labels;
import health.visavis.fhir.mapper.MappedEntry;
import health.visavis.fhir.mapper.PeopleMapper;
import health.visavis.fhir.mapper.ResourceRejected;
import health.visavis.kernel.ClinicianId;
import health.visavis.kernel.PatientId;
import health.visavis.keys.ContentDestroyed;
import health.visavis.people.BeginCareRelationship;
import health.visavis.people.ExternalId;
import health.visavis.people.People;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Stores one portion in one transaction: clinics, clinicians and patients first, then each patient's resources.
@Component
@Lazy
class BundleImport {

    private static final int TRIES = 3;

    /// Whoever saw a patient in so many days before his newest encounter treats him.
    private static final long TREATING_DAYS = 730;

    private final ImportPeople people;
    private final People known;
    private final KnownPatients knownPatients;
    private final RecordImportedResources charts;
    private final BeginCareRelationship relationships;
    private final TransactionTemplate transaction;

    BundleImport(
            ImportPeople people,
            People known,
            KnownPatients knownPatients,
            RecordImportedResources charts,
            BeginCareRelationship relationships,
            TransactionTemplate transaction) {
        this.people = people;
        this.known = known;
        this.knownPatients = knownPatients;
        this.charts = charts;
        this.relationships = relationships;
        this.transaction = transaction;
    }

    /// @param rehearsal everything is done and then undone, so that its counts are true and nothing is kept
    ImportTally.Portion store(Actor actor, Portion portion, ImportedNames names, boolean rehearsal) {
        for (var tried = 1; ; tried++) {
            try {
                var attempt = new Attempt(actor, portion, names);
                transaction.executeWithoutResult(status -> {
                    attempt.store();
                    if (rehearsal) {
                        status.setRollbackOnly();
                    }
                });
                attempt.publish();
                return attempt.tally;
            } catch (DataIntegrityViolationException refused) {
                return rejected(portion, "the database refused something in this bundle");
            } catch (ContentDestroyed gone) {
                return rejected(portion, "the content of a patient in this bundle was destroyed");
            } catch (TransientDataAccessException again) {
                if (tried == TRIES) {
                    throw again;
                }
            }
        }
    }

    /// What no check before it knows, a rule of the database or that nothing is kept for a patient: the portion is out,
    /// the run goes on.
    private static ImportTally.Portion rejected(Portion portion, String why) {
        var tally = new ImportTally.Portion();
        portion.rejections().forEach(tally::rejected);
        portion.taken().forEach(raw -> tally.rejected(portion.rejection(raw, why)));
        return tally;
    }

    /// One try to store a portion. What it learns becomes known to the run when it is stored.
    private final class Attempt {

        private final Actor actor;
        private final Portion portion;
        private final ImportedNames names;
        private final ImportTally.Portion tally = new ImportTally.Portion();
        private final Map<String, PatientId> patients = new HashMap<>();
        private final Map<String, ClinicianId> clinicians = new HashMap<>();
        private final Map<ExternalId, ClinicianId> cliniciansByIdentifier = new HashMap<>();
        private final Map<String, String> specialties = new HashMap<>();

        private Attempt(Actor actor, Portion portion, ImportedNames names) {
            this.actor = actor;
            this.portion = portion;
            this.names = names;
        }

        private void store() {
            portion.rejections().forEach(tally::rejected);
            portion.roles().forEach(this::specialty);
            clinics();
            portion.practitioners().forEach(this::clinician);
            var charts = new LinkedHashMap<PatientId, PatientChart>();
            portion.patients().forEach(one -> patient(one, charts));
            portion.entries().forEach(one -> entry(one, charts));
            charts.forEach(this::record);
        }

        private void publish() {
            names.patients.putAll(patients);
            names.clinicians.putAll(clinicians);
            names.specialties.putAll(specialties);
            names.cliniciansByIdentifier.putAll(cliniciansByIdentifier);
        }

        private void clinics() {
            for (var one : portion.organizations()) {
                var source = one.resource();
                counted(
                        one.raw(),
                        () -> people.clinic(
                                actor,
                                one.raw(),
                                PeopleMapper.externalIds(
                                        "Organization", one.raw().id(), source.getIdentifier()),
                                source.getName(),
                                source.getTelecom()));
            }
            for (var one : portion.locations()) {
                var source = one.resource();
                counted(
                        one.raw(),
                        () -> people.clinic(
                                actor,
                                one.raw(),
                                PeopleMapper.externalIds("Location", one.raw().id(), source.getIdentifier()),
                                PeopleMapper.name(source),
                                source.getTelecom()));
            }
        }

        private void specialty(PractitionerRole role) {
            var code = role.getSpecialtyFirstRep().isEmpty() ? role.getCodeFirstRep() : role.getSpecialtyFirstRep();
            var words =
                    code.hasText() ? code.getText() : code.getCodingFirstRep().getDisplay();
            if (words == null || words.isBlank()) {
                return;
            }
            var practitioner = role.getPractitioner();
            var key = References.key(practitioner);
            if (key != null) {
                specialties.put(key, words);
            }
            References.identifier(practitioner).ifPresent(id -> specialties.put(id.system() + "|" + id.value(), words));
        }

        private void clinician(Portion.Parsed<org.hl7.fhir.r4.model.Practitioner> one) {
            var keys = keys(one.raw());
            var lookup = new ArrayList<>(keys);
            one.resource().getIdentifier().forEach(id -> lookup.add(id.getSystem() + "|" + id.getValue()));
            var specialty = lookup.stream()
                    .map(key -> Optional.ofNullable(specialties.getOrDefault(key, names.specialties.get(key))))
                    .flatMap(Optional::stream)
                    .findFirst()
                    .orElse(null);
            counted(one.raw(), () -> {
                var registered = people.clinician(actor, one.raw(), one.resource(), specialty);
                keys.forEach(key -> clinicians.put(key, registered.id()));
                PeopleMapper.externalIds("Practitioner", null, one.resource().getIdentifier())
                        .forEach(id -> cliniciansByIdentifier.put(id, registered.id()));
                return registered.change();
            });
        }

        private void patient(Portion.Parsed<org.hl7.fhir.r4.model.Patient> one, Map<PatientId, PatientChart> charts) {
            try {
                var raw = one.raw();
                var registered = people.patient(actor, raw, one.resource());
                keys(raw).forEach(key -> patients.put(key, registered.id()));
                var chart = charts.computeIfAbsent(registered.id(), id -> new PatientChart());
                chart.add(
                        new ImportedResource(
                                ResourceType.PATIENT,
                                String.valueOf(raw.id()),
                                new ChartEntry.Demographics(null),
                                null,
                                null,
                                Labels.of(one.resource()).sensitivity(),
                                raw.json(),
                                null),
                        registered.change());
            } catch (ResourceRejected rejected) {
                tally.rejected(portion.rejection(one.raw(), rejected.reason()));
            }
        }

        private void entry(Portion.Parsed<MappedEntry> one, Map<PatientId, PatientChart> charts) {
            try {
                var mapped = one.resource();
                var patient = patient(mapped);
                var encounter = encounter(mapped);
                var clinician = mapped.clinician() == null ? null : clinician(mapped.clinician());
                var chart = charts.computeIfAbsent(patient, id -> new PatientChart());
                chart.add(
                        new ImportedResource(
                                mapped.type(),
                                String.valueOf(one.raw().id()),
                                mapped.entry(),
                                encounter,
                                clinician,
                                mapped.label().sensitivity(),
                                one.raw().json(),
                                mapped.text()),
                        Change.UNCHANGED);
                tally.labelled(mapped.label());
                if (mapped.type() == ResourceType.ENCOUNTER && clinician != null) {
                    chart.seen(clinician, mapped.entry());
                }
            } catch (ResourceRejected rejected) {
                tally.rejected(portion.rejection(one.raw(), rejected.reason()));
            }
        }

        private void record(PatientId patient, PatientChart chart) {
            var changes = charts.record(actor, patient, chart.resources);
            for (var i = 0; i < changes.size(); i++) {
                tally.changed(greater(changes.get(i), chart.before.get(i)));
            }
            chart.treating().forEach(clinician -> relationships.recorded(patient, clinician));
        }

        private PatientId patient(MappedEntry mapped) throws ResourceRejected {
            var reference = mapped.patient();
            if (reference.isEmpty()) {
                throw new ResourceRejected(mapped.path() + " is missing");
            }
            var key = References.key(reference);
            var found = key == null ? null : patients.getOrDefault(key, names.patients.get(key));
            if (found != null) {
                return found;
            }
            var byIdentifier = References.identifier(reference).flatMap(known::patientNamed);
            if (byIdentifier.isPresent()) {
                return byIdentifier.get();
            }
            var id = References.id(key, "Patient");
            var held = id == null ? Optional.<PatientId>empty() : knownPatients.withResource(id);
            if (held.isEmpty()) {
                throw new ResourceRejected(mapped.path() + " refers to a patient that is not known");
            }
            patients.put(String.valueOf(key), held.get());
            return held.get();
        }

        private @Nullable String encounter(MappedEntry mapped) throws ResourceRejected {
            var reference = mapped.encounter();
            if (reference == null || reference.isEmpty()) {
                return null;
            }
            var key = References.key(reference);
            var inPortion = portion.idOf(key);
            if (inPortion == null && key != null && key.startsWith("urn:")) {
                throw new ResourceRejected("encounter refers to nothing in its bundle");
            }
            return inPortion != null ? inPortion : References.id(key, "Encounter");
        }

        /// Nobody where the clinician is not known: the words beside the reference still say who it was.
        private @Nullable ClinicianId clinician(Reference reference) {
            var key = References.key(reference);
            var found = key == null ? null : clinicians.getOrDefault(key, names.clinicians.get(key));
            if (found == null) {
                found = References.identifier(reference)
                        .map(this::clinicianNamed)
                        .orElse(null);
            }
            if (found == null && reference.hasReference()) {
                tally.leftOpen();
            }
            return found;
        }

        private @Nullable ClinicianId clinicianNamed(ExternalId id) {
            var found = names.cliniciansByIdentifier.get(id);
            if (found == null) {
                found = cliniciansByIdentifier.computeIfAbsent(
                        id, unknown -> known.clinicianNamed(unknown).orElse(null));
            }
            return found;
        }

        private void counted(RawResource raw, Registering registering) {
            try {
                tally.changed(registering.register());
            } catch (ResourceRejected rejected) {
                tally.rejected(portion.rejection(raw, rejected.reason()));
            }
        }
    }

    private interface Registering {
        Change register() throws ResourceRejected;
    }

    /// What a portion says about one patient.
    private static final class PatientChart {

        private record Seen(ClinicianId clinician, Instant at) {}

        private final List<ImportedResource> resources = new ArrayList<>();
        /// What happened to a resource before it came to the chart: a patient may already have been registered or
        /// changed.
        private final List<Change> before = new ArrayList<>();

        private final List<Seen> seen = new ArrayList<>();

        void add(ImportedResource resource, Change changedBefore) {
            resources.add(resource);
            before.add(changedBefore);
        }

        void seen(ClinicianId clinician, ChartEntry encounter) {
            var on = encounter.on();
            if (on != null) {
                seen.add(new Seen(clinician, on.at()));
            }
        }

        List<ClinicianId> treating() {
            var newest = seen.stream().map(Seen::at).max(Instant::compareTo);
            return seen.stream()
                    .filter(one -> !one.at().isBefore(newest.orElseThrow().minus(TREATING_DAYS, ChronoUnit.DAYS)))
                    .map(Seen::clinician)
                    .distinct()
                    .toList();
        }
    }

    private static Change greater(Change one, Change other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    private static List<String> keys(RawResource raw) {
        var keys = new ArrayList<String>();
        if (raw.fullUrl() != null) {
            keys.add(raw.fullUrl());
        }
        keys.add(raw.type() + "/" + raw.id());
        return keys;
    }
}
