package health.visavis.web.insight;

import health.visavis.access.Actor;
import health.visavis.access.Role;
import health.visavis.insight.ReadVisitQuality;
import health.visavis.kernel.VisitId;
import health.visavis.web.layout.Page;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// How the line of one visit was, and why.
@Controller
class QualityController {

    private final ReadVisitQuality readVisitQuality;

    QualityController(ReadVisitQuality readVisitQuality) {
        this.readVisitQuality = readVisitQuality;
    }

    @GetMapping("/visits/{id}/quality")
    Page quality(Actor actor, @PathVariable UUID id) {
        var quality = readVisitQuality.read(actor, new VisitId(id));
        return Page.of("insight/quality", new QualityView(quality, actor.is(Role.ADMIN)));
    }
}
