package health.visavis.web.audit;

import health.visavis.access.Actor;
import health.visavis.insight.SimulateAccess;
import health.visavis.people.FindPerson;
import health.visavis.web.components.FormErrors;
import health.visavis.web.layout.Page;
import health.visavis.web.layout.Shell;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// An administrator tries out what somebody could do to a patient's data. Posted: a name in an address would stay in
/// histories and logs.
@Controller
@RequestMapping(AuditPages.SIMULATION)
class SimulationController {

    private final SimulateAccess simulateAccess;
    private final FindPerson findPerson;

    SimulationController(SimulateAccess simulateAccess, FindPerson findPerson) {
        this.simulateAccess = simulateAccess;
        this.findPerson = findPerson;
    }

    @GetMapping
    Page begin(Actor actor) {
        findPerson.named(actor, "");
        return page(new SimulationView(SimulationForm.empty(), FormErrors.none(), List.of(), List.of(), null));
    }

    @PostMapping
    Page simulate(Actor actor, Shell shell, @ModelAttribute SimulationForm form) {
        return form.question()
                .map(question -> page(new SimulationView(
                        form, FormErrors.none(), List.of(), List.of(), simulateAccess.ask(actor, question))))
                .orElseGet(() -> seek(actor, shell, form));
    }

    private Page seek(Actor actor, Shell shell, SimulationForm form) {
        var persons = findPerson.named(actor, form.soughtPerson());
        var patients = findPerson.named(actor, form.soughtPatient()).stream()
                .filter(found -> found.account().patient().isPresent())
                .toList();
        var errors = FormErrors.none();
        if (persons.isEmpty()) {
            errors = errors.with("personName", shell.t("audit.simulation.wrong.person"));
        }
        if (patients.isEmpty()) {
            errors = errors.with("patientName", shell.t("audit.simulation.wrong.patient"));
        }
        if (form.chosenAct().isEmpty()) {
            errors = errors.with("act", shell.t("audit.simulation.wrong.act"));
        }
        var page = page(new SimulationView(form, errors, persons, patients, null));
        return errors.any() ? page.status(HttpStatus.UNPROCESSABLE_CONTENT) : page;
    }

    private static Page page(SimulationView view) {
        return Page.of("audit/simulation", view);
    }
}
