package health.visavis.server;

import health.visavis.access.Actor;
import health.visavis.people.PeopleFixtures;
import health.visavis.server.Route.Visitor;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// One visit with everything around it, whose ids the access matrix asks for, and people who have no part in it.
@Component
class MatrixWorld {

    private final PeopleFixtures people;
    private final Map<Visitor, Actor> actors = new EnumMap<>(Visitor.class);
    private final Map<String, String> ids = new HashMap<>();

    MatrixWorld(PeopleFixtures people) {
        this.people = people;
    }

    void open() {
        var doctor = people.doctor();
        actors.put(Visitor.DOCTOR, doctor);
        actors.put(Visitor.PATIENT, people.patient());
        actors.put(Visitor.NURSE, people.nurseOnTheTeamOf(doctor.clinician()));
        actors.put(Visitor.ADMIN, people.admin());
        var otherDoctor = people.doctor();
        actors.put(Visitor.OTHER_DOCTOR, otherDoctor);
        actors.put(Visitor.OTHER_PATIENT, people.patient());
        actors.put(Visitor.OTHER_NURSE, people.nurseOnTheTeamOf(otherDoctor.clinician()));
    }

    @Nullable Actor actor(Visitor visitor) {
        return actors.get(visitor);
    }

    /// Puts the visit's ids in the place of `{names}`.
    String fill(String text) {
        for (var id : ids.entrySet()) {
            text = text.replace("{" + id.getKey() + "}", id.getValue());
        }
        return text;
    }
}
