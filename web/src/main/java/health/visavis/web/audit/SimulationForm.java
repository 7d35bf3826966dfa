package health.visavis.web.audit;

import health.visavis.access.Action;
import health.visavis.insight.SimulateAccess;
import health.visavis.insight.SimulateAccess.Question;
import health.visavis.kernel.PatientId;
import health.visavis.kernel.PersonId;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who is sought, who was chosen of those who were found, and what is tried out.
public record SimulationForm(
        @Nullable String personName,
        @Nullable String patientName,
        @Nullable UUID person,
        @Nullable UUID patient,
        @Nullable String act) {

    private static final int LONGEST_NAME = 80;

    static SimulationForm empty() {
        return new SimulationForm(null, null, null, null, null);
    }

    String soughtPerson() {
        return cut(personName);
    }

    String soughtPatient() {
        return cut(patientName);
    }

    Optional<Action> chosenAct() {
        return SimulateAccess.ACTS.stream()
                .filter(known -> known.code().equals(act))
                .findFirst();
    }

    /// Empty until all three are chosen.
    Optional<Question> question() {
        return person == null || patient == null
                ? Optional.empty()
                : chosenAct().map(chosen -> new Question(new PersonId(person), new PatientId(patient), chosen));
    }

    private static String cut(@Nullable String name) {
        return name == null ? "" : name.substring(0, Math.min(name.length(), LONGEST_NAME));
    }
}
