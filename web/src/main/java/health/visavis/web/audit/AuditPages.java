package health.visavis.web.audit;

import health.visavis.web.components.Crumb;
import health.visavis.web.layout.Shell;
import java.util.List;

/// The pages about the trail, for their common list of links.
public final class AuditPages {

    static final String TRAIL = "/audit";
    public static final String ACCESSES = "/audit/accesses";
    public static final String UNUSUAL = "/audit/unusual";
    public static final String ALARMS = "/audit/alarms";
    public static final String EMERGENCIES = "/audit/emergencies";
    public static final String SIMULATION = "/audit/simulation";

    private AuditPages() {}

    public static List<Crumb> links(Shell shell) {
        return List.of(
                new Crumb(TRAIL, shell.t("audit.search.title")),
                new Crumb(ACCESSES, shell.t("audit.accesses.title")),
                new Crumb(UNUSUAL, shell.t("audit.unusual.title")),
                new Crumb(ALARMS, shell.t("audit.alarms.title")),
                new Crumb(EMERGENCIES, shell.t("audit.emergencies.title")),
                new Crumb(AccessQuestionsController.PATH, shell.t("audit.questions.title")),
                new Crumb(SIMULATION, shell.t("audit.simulation.title")));
    }
}
