package health.visavis.simulator.acs;

import health.visavis.simulator.http.Answer;
import health.visavis.simulator.http.Question;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/// One operation of a service: a method, a path with one variable part at most, and who answers.
record Route(String method, Pattern path, BiFunction<Question, String, Answer> answering) {

    /// @param path with `{}` where the identifier stands
    static Route of(String method, String path, BiFunction<Question, String, Answer> answering) {
        var quoted = Pattern.quote(path).replace("{}", "\\E([^/]+?)\\Q");
        return new Route(method, Pattern.compile(quoted), answering);
    }

    Optional<Answer> answer(Question question) {
        var match = path.matcher(question.path());
        return method.equals(question.method()) && match.matches()
                ? Optional.of(answering.apply(question, match.groupCount() > 0 ? match.group(1) : ""))
                : Optional.empty();
    }
}
