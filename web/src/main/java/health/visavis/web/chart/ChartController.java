package health.visavis.web.chart;

import health.visavis.access.Actor;
import health.visavis.access.Sensitivity;
import health.visavis.chart.ReadChart;
import health.visavis.kernel.PatientId;
import health.visavis.web.layout.Page;
import health.visavis.web.layout.Shell;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// The chart of a patient, for those who treat him and for himself.
@Controller
class ChartController {

    private final ReadChart readChart;

    ChartController(ReadChart readChart) {
        this.readChart = readChart;
    }

    @GetMapping("/patients/{patient}")
    Page chart(Actor actor, Shell shell, @PathVariable UUID patient) {
        var opened = readChart.of(actor, new PatientId(patient));
        return Page.of("chart/chart", new ChartDrawing(shell, false, "/patients/" + patient).draw(opened));
    }

    /// The narrow form without the frame of a page, for the page of a call.
    @GetMapping("/patients/{patient}/panel")
    Page panel(Actor actor, Shell shell, @PathVariable UUID patient) {
        var opened = readChart.of(actor, new PatientId(patient));
        return Page.of(
                "chart/panel",
                new ChartDrawing(shell, false, "/patients/" + patient)
                        .draw(opened)
                        .brief());
    }

    @GetMapping("/patients/{patient}/documents/{document}")
    Page document(Actor actor, Shell shell, @PathVariable UUID patient, @PathVariable UUID document) {
        var opened = readChart.document(actor, new PatientId(patient), document);
        return documentPage(shell, opened, "/patients/" + patient, "chart.document.back");
    }

    @GetMapping("/record")
    Page record(Actor actor, Shell shell) {
        return Page.of("chart/chart", new ChartDrawing(shell, true, "/record").draw(readChart.own(actor)));
    }

    @GetMapping("/record/documents/{document}")
    Page documentOfRecord(Actor actor, Shell shell, @PathVariable UUID document) {
        return documentPage(shell, readChart.ownDocument(actor, document), "/record", "chart.document.backOwn");
    }

    private static Page documentPage(Shell shell, ReadChart.OpenDocument opened, String back, String backLabel) {
        var on = opened.document().on();
        var text = DocumentText.of(opened.text());
        var about = opened.patient().displayName() + (on == null ? "" : "\u00a0· " + new ChartDates(shell).read(on));
        return Page.of(
                "chart/document",
                new ChartView.OfDocument(
                        Terms.plain(opened.document().what()),
                        about,
                        on == null ? text : text.withoutItsDate(on.at()),
                        back,
                        backLabel,
                        SensitivityMarks.of(shell, opened.sensitivity()),
                        !back.equals("/record") && opened.sensitivity() == Sensitivity.PART2,
                        opened.inEmergency()));
    }
}
