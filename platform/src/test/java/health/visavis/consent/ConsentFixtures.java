package health.visavis.consent;

import health.visavis.access.Actor;
import health.visavis.access.Actors;
import health.visavis.access.Sensitivity;
import health.visavis.chart.ChartEntry;
import health.visavis.chart.Coded;
import health.visavis.chart.ImportedResource;
import health.visavis.chart.RecordImportedResources;
import health.visavis.chart.ResourceType;
import health.visavis.consent.Consent.Statement;
import health.visavis.consent.GiveConsent.Agreement;
import health.visavis.consent.GiveConsent.GivingOutcome;
import health.visavis.kernel.PatientId;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Patients whose chart has entries of each sensitivity, and what they agree to.
@Component
public class ConsentFixtures {

    public static final Statement SHOWN =
            new Statement(ConsentKind.SUBSTANCE_USE_RECORDS, ConsentKind.SUBSTANCE_USE_RECORDS.wording(), "en");

    private final RecordImportedResources record;
    private final GiveConsent giveConsent;

    ConsentFixtures(RecordImportedResources record, GiveConsent giveConsent) {
        this.record = record;
        this.giveConsent = giveConsent;
    }

    /// What an entry of this sensitivity is called.
    public static String nameOf(Sensitivity sensitivity) {
        return "Finding " + sensitivity;
    }

    /// One problem and one document of each sensitivity.
    public void chartOf(PatientId patient) {
        record.record(Actors.system(), patient, resources().toList());
    }

    /// The same, as it was kept before there were labels.
    public void chartWithoutLabelsOf(PatientId patient) {
        record.record(
                Actors.system(),
                patient,
                resources()
                        .map(one -> new ImportedResource(
                                one.type(),
                                one.resourceId(),
                                one.entry(),
                                null,
                                null,
                                Sensitivity.ORDINARY,
                                one.source(),
                                one.text()))
                        .toList());
    }

    private static Stream<ImportedResource> resources() {
        return Arrays.stream(Sensitivity.values())
                .flatMap(sensitivity -> Stream.of(problem(sensitivity), document(sensitivity)));
    }

    public Consent agrees(Actor patient, Recipients recipients) {
        var outcome = giveConsent.give(patient, new Agreement(SHOWN, recipients, ConsentPeriod.ONE_YEAR, true));
        return ((GivingOutcome.Given) outcome).consent();
    }

    public Consent agrees(Actor patient) {
        return agrees(patient, new Recipients.AllWhoTreat());
    }

    public static PatientId idOf(Actor patient) {
        return Objects.requireNonNull(patient.patient());
    }

    private static ImportedResource problem(Sensitivity sensitivity) {
        var what = new Coded(null, null, nameOf(sensitivity));
        return resource(
                ResourceType.CONDITION, sensitivity, new ChartEntry.Problem(what, true, null, null), new byte[0]);
    }

    private static ImportedResource document(Sensitivity sensitivity) {
        var what = new Coded(null, null, nameOf(sensitivity));
        return resource(
                ResourceType.DOCUMENT_REFERENCE,
                sensitivity,
                new ChartEntry.Document(what, null, true, null),
                ("Text " + sensitivity).getBytes(StandardCharsets.UTF_8));
    }

    private static ImportedResource resource(
            ResourceType type, Sensitivity sensitivity, ChartEntry entry, byte[] text) {
        return new ImportedResource(
                type, sensitivity.name().replace('_', '-'), entry, null, null, sensitivity, text, text);
    }
}
