package health.visavis.simulator.definition;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.interaction.ApiOperationResolver;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.visavis.simulator.http.Answer;
import health.visavis.simulator.http.Question;
import io.swagger.parser.OpenAPIParser;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// One version of one service, as Microsoft describes it, and what that says of a request and of its answer.
public final class Definition {

    /// Who wrote it down.
    public enum Source {
        MICROSOFT,
        /// From Microsoft's published client, where no description is public.
        REBUILT
    }

    private static final LevelResolver LEVELS = LevelResolver.create()
            // Entra's bearer token is not in the descriptions, which name the older signature.
            .withLevel("validation.request.security.missing", ValidationReport.Level.IGNORE)
            .withLevel("validation.request.security.invalid", ValidationReport.Level.IGNORE)
            // Closed by the validator, not by the descriptions.
            .withLevel("validation.schema.additionalProperties", ValidationReport.Level.IGNORE)
            // A next page is asked for with a parameter that only its link knows.
            .withLevel("validation.request.parameter.query.unexpected", ValidationReport.Level.IGNORE)
            .build();

    private final String service;
    private final String version;
    private final Source source;
    private final OpenApiInteractionValidator validator;
    private final ApiOperationResolver operations;

    private Definition(
            String service, String version, Source source, OpenAPI model, OpenApiInteractionValidator validator) {
        this.service = service;
        this.version = version;
        this.source = source;
        this.validator = validator;
        this.operations = new ApiOperationResolver(model, "", false);
    }

    static Definition read(String service, String version, Path file) {
        var location = file.toUri().toString();
        var model = new OpenAPIParser()
                .readLocation(location, List.of(), new ParseOptions())
                .getOpenAPI();
        var description = Optional.ofNullable(model.getInfo().getDescription()).orElse("");
        var validator = OpenApiInteractionValidator.createForSpecificationUrl(location)
                .withLevelResolver(LEVELS)
                .build();
        return new Definition(
                service,
                version,
                description.startsWith("Rebuilt") ? Source.REBUILT : Source.MICROSOFT,
                model,
                validator);
    }

    public String service() {
        return service;
    }

    public String version() {
        return version;
    }

    public Source source() {
        return source;
    }

    /// The operation's name, when the path and the method are described.
    public Optional<String> operation(Question question) {
        var match = operations.findApiOperation(question.path(), method(question));
        return match.isPathFound() && match.isOperationAllowed()
                ? Optional.ofNullable(match.getApiOperation().getOperation().getOperationId())
                : Optional.empty();
    }

    /// What is wrong with the request; empty when nothing is.
    public List<String> findings(Question question) {
        var request = new SimpleRequest.Builder(method(question), question.path());
        question.query().forEach((name, value) -> request.withQueryParam(name, value));
        question.headers().forEach(request::withHeader);
        if (question.body().length > 0) {
            request.withBody(isMergePatch(question) ? withoutRemovals(question) : text(question.body()));
        }
        return sentences(validator.validateRequest(request.build()));
    }

    /// What is wrong with the answer. A status that is described nowhere is not: the service has some of its own.
    public List<String> findings(Question question, Answer answer) {
        var response = new SimpleResponse.Builder(answer.status());
        answer.headers().forEach((name, value) -> response.withHeader(name, value));
        if (answer.body() != null) {
            response.withBody(withoutNullError(answer.body()).toString());
        }
        return sentences(validator.validateResponse(question.path(), method(question), response.build())).stream()
                .filter(finding -> !finding.startsWith("validation.response.status.unknown"))
                .toList();
    }

    /// The mail service answers `"error": null`, which its description has no word for.
    private static JsonNode withoutNullError(JsonNode body) {
        if (body instanceof ObjectNode object && object.path("error").isNull()) {
            return object.deepCopy().without("error");
        }
        return body;
    }

    private static boolean isMergePatch(Question question) {
        var type = question.header("Content-Type");
        return type != null && type.startsWith("application/merge-patch+json");
    }

    /// In a merge patch a null removes (RFC 7396), which a schema of what is there cannot say.
    private static String withoutRemovals(Question question) {
        var tree = question.json();
        return tree.isMissingNode()
                ? text(question.body())
                : pruned(tree.deepCopy()).toString();
    }

    private static JsonNode pruned(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().removeIf(entry -> entry.getValue().isNull());
            object.forEach(Definition::pruned);
        }
        return node;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static Request.Method method(Question question) {
        return Request.Method.valueOf(question.method().toUpperCase(Locale.ROOT));
    }

    private static List<String> sentences(ValidationReport report) {
        return report.getMessages().stream()
                .filter(message -> message.getLevel() == ValidationReport.Level.ERROR)
                .map(message -> message.getKey() + ": " + message.getMessage())
                .toList();
    }
}
