package health.visavis.chart;

import health.visavis.access.Access;
import health.visavis.access.Action;
import health.visavis.access.Actor;
import health.visavis.access.Sensitivity;
import health.visavis.access.Subject;
import health.visavis.access.UseCase;
import health.visavis.chart.store.ChartResources;
import health.visavis.kernel.PatientId;
import health.visavis.people.PatientSummary;
import health.visavis.people.People;
import java.util.UUID;

/// Opens a chart: for the patient himself and for those who treat him.
@UseCase
public class ReadChart {

    /// What the reader is not cleared for is not in it, and nothing says whether there was any.
    ///
    /// @param inEmergency whether it is open, or so far, only because the reader has opened it in an emergency
    public record OpenChart(PatientSummary patient, Chart chart, boolean inEmergency) {}

    /// @param inEmergency as in [OpenChart]
    public record OpenDocument(
            PatientSummary patient,
            ChartEntry.Document document,
            Sensitivity sensitivity,
            String text,
            boolean inEmergency) {}

    private final Access access;
    private final ChartResources resources;
    private final People people;

    ReadChart(Access access, ChartResources resources, People people) {
        this.access = access;
        this.resources = resources;
        this.people = people;
    }

    public OpenChart of(Actor actor, PatientId patient) {
        var summary = people.patient(patient);
        var receipt = access.require(
                actor,
                summary.isPresent()
                        ? Action.READ_CHART.of(patient)
                        : Action.READ_CHART.on(Subject.unknown(patient.value())));
        return new OpenChart(
                summary.orElseThrow(),
                Chart.of(resources.entries(patient, receipt.clearance())),
                receipt.inEmergency());
    }

    /// The chart of the one who asks.
    public OpenChart own(Actor actor) {
        return of(actor, patientIn(actor));
    }

    public OpenDocument ownDocument(Actor actor, UUID document) {
        return document(actor, patientIn(actor), document);
    }

    /// Whoever is no patient has no record, and is refused like anybody who asks for a record that is not his.
    private PatientId patientIn(Actor actor) {
        if (actor.patient() == null) {
            access.require(
                    actor, Action.READ_CHART.on(Subject.unknown(actor.person().value())));
            throw new IllegalStateException("nobody may read what is not there");
        }
        return actor.patient();
    }

    /// The text of one document of the chart. One that the reader is not cleared for is answered as one that there is
    /// not.
    public OpenDocument document(Actor actor, PatientId patient, UUID document) {
        var sensitivity = resources.sensitivityOfDocument(patient, document);
        var receipt = access.require(
                actor,
                sensitivity
                        .map(held -> Action.READ_CHART.of(patient, document).showing(held))
                        .orElseGet(() -> Action.READ_CHART.on(Subject.unknown(document))));
        var opened = resources.openDocument(patient, document);
        return new OpenDocument(
                people.patient(patient).orElseThrow(),
                opened.document(),
                sensitivity.orElseThrow(),
                opened.text(),
                receipt.inEmergency());
    }
}
