package health.visavis.web.chart;

import health.visavis.access.Actor;
import health.visavis.chart.ListPatients;
import health.visavis.web.layout.Page;
import health.visavis.web.layout.Shell;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The patients whom the viewer treats. The search is posted: a name in an address would stay in histories and
/// logs.
@Controller
class PatientsController {

    private static final int LONGEST_NAME = 80;

    private final ListPatients listPatients;

    PatientsController(ListPatients listPatients) {
        this.listPatients = listPatients;
    }

    @GetMapping("/patients")
    Page all(Actor actor, Shell shell) {
        return list(actor, shell, "");
    }

    @PostMapping("/patients")
    Page search(Actor actor, Shell shell, @RequestParam(defaultValue = "") String name) {
        return list(actor, shell, name.substring(0, Math.min(name.length(), LONGEST_NAME)));
    }

    private Page list(Actor actor, Shell shell, String name) {
        var dates = new ChartDates(shell);
        var patients = listPatients.treatedBy(actor, name).stream()
                .map(patient -> new ChartView.Entry(
                        patient.id().toString(),
                        patient.displayName(),
                        dates.born(patient.bornOn()),
                        shell.t("chart.gender." + patient.gender().code())))
                .toList();
        return Page.of("chart/list", new ChartView.OfList(patients, name, patients.size() == ListPatients.MOST));
    }
}
