package health.visavis.web.insight;

import health.visavis.access.Actor;
import health.visavis.access.Role;
import health.visavis.insight.ReadVisitQuality;
import health.visavis.kernel.VisitId;
import health.visavis.people.PatientSummary;
import health.visavis.people.People;
import health.visavis.visit.ReadVisit;
import health.visavis.web.layout.Page;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// How the line of one visit was, and why.
@Controller
class QualityController {

    private final ReadVisitQuality readVisitQuality;
    private final ReadVisit readVisit;
    private final People people;

    QualityController(ReadVisitQuality readVisitQuality, ReadVisit readVisit, People people) {
        this.readVisitQuality = readVisitQuality;
        this.readVisit = readVisit;
        this.people = people;
    }

    @GetMapping("/visits/{id}/quality")
    Page quality(Actor actor, @PathVariable UUID id) {
        var quality = readVisitQuality.read(actor, new VisitId(id));
        return Page.of("insight/quality", new QualityView(id, quality, patient(actor, new VisitId(id))));
    }

    /// Whose visit it was is for the clinician who held it. Those who run the technology see the line only.
    private @Nullable String patient(Actor actor, VisitId visit) {
        if (actor.is(Role.ADMIN)) {
            return null;
        }
        return people.patient(readVisit.read(actor, visit).patient())
                .map(PatientSummary::displayName)
                .orElse(null);
    }
}
