package health.visavis.insight;

import static health.visavis.access.Action.READ_SURVEY;

import health.visavis.access.Access;
import health.visavis.access.Actor;
import health.visavis.access.UseCase;
import health.visavis.insight.store.Surveys;
import health.visavis.insight.store.Surveys.Stored;
import health.visavis.kernel.Sensitive;
import health.visavis.kernel.TimeSlot;
import health.visavis.keys.KeyUnavailable;
import health.visavis.keys.PatientCipher;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What people say about visits, for those who run the clinic: counts, and words without a name, a date or a
/// doctor. Whose words were opened is on the trail.
@UseCase
public class ReadSurvey {

    private final Access access;
    private final Surveys surveys;
    private final PatientCipher cipher;

    ReadSurvey(Access access, Surveys surveys, PatientCipher cipher) {
        this.access = access;
        this.surveys = surveys;
        this.cipher = cipher;
    }

    public SurveyResults results(Actor actor, TimeSlot answered) {
        var receipt = access.require(actor, READ_SURVEY.anyone());
        var all = surveys.answeredWithin(answered);
        var patients = all.stream().filter(Stored::ofPatient).toList();
        var clinicians = all.stream().filter(stored -> !stored.ofPatient()).toList();
        var withWords = patients.size() < SurveyResults.ENOUGH
                ? List.<Stored>of()
                : patients.stream().filter(stored -> stored.words() != null).toList();
        access.showed(
                receipt, withWords.stream().map(Stored::patient).distinct().toList());
        return new SurveyResults(
                patients.size(),
                clinicians.size(),
                counted(SurveyAnswer.Connection.class, patients, Stored::connection),
                counted(SurveyAnswer.Connection.class, clinicians, Stored::connection),
                counted(SurveyAnswer.Again.class, patients, Stored::again),
                withWords.stream()
                        .flatMap(stored -> words(stored).stream())
                        .sorted(Comparator.comparing(Sensitive::reveal))
                        .toList());
    }

    /// Whose key is destroyed has taken the words along.
    private Optional<Sensitive<String>> words(Stored stored) {
        try {
            return Optional.of(Sensitive.of(cipher.decryptText(
                    stored.patient(), Surveys.words(stored.id()), Objects.requireNonNull(stored.words()))));
        } catch (KeyUnavailable gone) {
            return Optional.empty();
        }
    }

    private static <E extends Enum<E>> Map<E, Integer> counted(
            Class<E> type, List<Stored> answers, Function<Stored, @Nullable E> question) {
        var counts = new EnumMap<E, Integer>(type);
        for (var answer : answers) {
            var said = question.apply(answer);
            if (said != null) {
                counts.merge(said, 1, Integer::sum);
            }
        }
        return counts;
    }
}
