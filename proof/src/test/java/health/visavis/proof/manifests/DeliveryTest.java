package health.visavis.proof.manifests;

import static health.visavis.proof.manifests.Manifest.all;
import static health.visavis.proof.manifests.Manifest.at;
import static health.visavis.proof.manifests.Manifest.values;
import static health.visavis.proof.manifests.Texts.change;
import static health.visavis.proof.manifests.Texts.proves;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import health.visavis.kernel.Requirement;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What GitHub Actions and Azure Pipelines are told: nothing secret, nothing that moves, no more rights than a step
/// needs.
class DeliveryTest {

    private static final List<String> WORKFLOWS =
            List.of(".github/workflows/check.yml", ".github/workflows/what-if.yml", ".github/workflows/deliver.yml");
    private static final String AZURE = "azure-pipelines.yml";
    private static final Set<String> ACTIONS = Set.of(
            "actions/checkout",
            "actions/setup-java",
            "actions/setup-node",
            "actions/upload-artifact",
            "actions/download-artifact",
            "azure/login");

    @Test
    void everyWorkflowIsHeldToTheseRules() throws IOException {
        try (var files = Files.list(Texts.ROOT.resolve(".github/workflows"))) {
            assertThat(files.map(file -> ".github/workflows/" + file.getFileName()))
                    .containsExactlyInAnyOrderElementsOf(WORKFLOWS);
        }
    }

    @Test
    void whatOthersWroteIsNamedByItsCommit() {
        proves(
                (texts, complaints) -> WORKFLOWS.forEach(file -> {
                    steps(read(texts, file))
                            .filter(step -> step.has("uses"))
                            .map(step -> step.path("uses").asText())
                            .forEach(used -> {
                                var parts = used.split("@", 2);
                                unless(ACTIONS.contains(parts[0]), file + " uses " + used, complaints);
                                unless(
                                        parts.length == 2 && parts[1].matches("[0-9a-f]{40}"),
                                        file + " uses what moves: " + used,
                                        complaints);
                            });
                    var comments = Pattern.compile("uses: (\\S+)(.*)")
                            .matcher(texts.of(file))
                            .results()
                            .toList();
                    comments.forEach(comment -> unless(
                            comment.group(2).matches(" # v\\d+\\.\\d+\\.\\d+"),
                            file + " does not say which version " + comment.group(1) + " is",
                            complaints));
                    allOf(read(texts, file), "runs-on")
                            .forEach(place -> unless(
                                    !place.asText().endsWith("latest"), file + " runs on what moves", complaints));
                    unless(
                            !texts.of(file).contains("cyclonedx-maven-plugin:makeAggregateBom"),
                            file + " takes any version of a plug-in",
                            complaints);
                }),
                change(
                        ".github/workflows/check.yml",
                        "actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1",
                        "actions/checkout@v7"),
                change(
                        ".github/workflows/what-if.yml",
                        "azure/login@f5d393ae46f8fde4be8b75f32e3fc50e654ad0ca",
                        "azure/login@main"),
                change(".github/workflows/deliver.yml", "uses: actions/setup-node@", "uses: somebody/setup-node@"),
                change(".github/workflows/check.yml", " # v7.0.1", ""),
                change(".github/workflows/deliver.yml", "ubuntu-24.04", "ubuntu-latest"));
    }

    @Test
    @Requirement("IAC-12")
    void nobodyHasASecret() {
        proves(
                (texts, complaints) -> {
                    Stream.concat(WORKFLOWS.stream(), Stream.of(AZURE)).forEach(file -> {
                        unless(
                                !texts.of(file).matches("(?s).*\\bsecrets\\s*[.\\[:].*"),
                                file + " asks for a secret",
                                complaints);
                        values("", read(texts, file))
                                .forEach(value -> unless(
                                        !value.path()
                                                        .matches(
                                                                "(?i).*(password|client-secret|creds|connectionstring|accesskey)")
                                                && !value.text()
                                                        .matches(
                                                                "(?is).*(--password[ =](?!stdin)|accountkey=|sharedaccesskey).*"),
                                        file + ": " + value.path() + " is a secret",
                                        complaints));
                    });
                    WORKFLOWS.forEach(file -> jobs(read(texts, file)).forEach(job -> {
                        var signsIn = all(job.path("steps"))
                                .filter(step -> step.path("uses").asText().startsWith("azure/login@"))
                                .toList();
                        signsIn.forEach(step -> {
                            unless(
                                    names(step.path("with"))
                                            .equals(Set.of("client-id", "tenant-id", "subscription-id")),
                                    file + " signs in with " + step.path("with"),
                                    complaints);
                            unless(job.has("environment"), file + " signs in for any branch", complaints);
                        });
                        unless(
                                signsIn.isEmpty()
                                        != at(job, "permissions.id-token")
                                                .asText()
                                                .equals("write"),
                                file + " may ask for a token that it needs not, or needs one",
                                complaints);
                    }));
                    unless(
                            tasks(read(texts, AZURE))
                                    .filter(task -> task.path("task").asText().startsWith("AzureCLI@"))
                                    .allMatch(task -> at(task, "inputs.azureSubscription")
                                            .asText()
                                            .startsWith("visavis-")),
                            AZURE + " signs in by itself",
                            complaints);
                },
                change(
                        ".github/workflows/deliver.yml",
                        "tenant-id: ${{ vars.AZURE_TENANT_ID }}",
                        "creds: ${{ secrets.AZURE_CREDENTIALS }}"),
                change(
                        ".github/workflows/check.yml",
                        "contents: read",
                        "contents: read\n  id-token: write\nenv:\n  KEY: ${{ secrets.KEY }}"),
                change(".github/workflows/what-if.yml", "      id-token: write\n", ""),
                change(".github/workflows/what-if.yml", "    environment: what-if-${{ matrix.environment }}\n", ""),
                change(AZURE, "azureSubscription: visavis-registry", "azureSubscription: $(SUBSCRIPTION)"),
                change(AZURE, "scriptType: bash", "accessKey: abc"));
    }

    @Test
    void aJobMayDoWhatItNeeds() {
        proves(
                (texts, complaints) -> WORKFLOWS.forEach(file -> {
                    var workflow = read(texts, file);
                    unless(workflow.has("permissions"), file + " has the rights that are usual", complaints);
                    unless(
                            grants(workflow.path("permissions")).stream().allMatch("contents: read"::equals),
                            file + " may " + workflow.path("permissions"),
                            complaints);
                    jobs(workflow).forEach(job -> {
                        unless(
                                job.has("permissions")
                                        || !workflow.path("permissions").isEmpty(),
                                file + ": a job says nothing of its rights",
                                complaints);
                        unless(
                                Set.of("contents: read", "id-token: write")
                                        .containsAll(grants(job.path("permissions"))),
                                file + ": a job may " + job.path("permissions"),
                                complaints);
                        unless(job.path("timeout-minutes").asInt() > 0, file + ": a job may run for ever", complaints);
                    });
                    steps(workflow)
                            .filter(step -> step.path("uses").asText().startsWith("actions/checkout@"))
                            .forEach(step -> unless(
                                    at(step, "with.persist-credentials")
                                            .toString()
                                            .equals("false"),
                                    file + " leaves its token in the sources",
                                    complaints));
                    steps(workflow)
                            .filter(step -> step.has("run"))
                            .forEach(step -> unless(
                                    !step.path("run").asText().contains("${{"),
                                    file + " puts what others wrote into a script: "
                                            + step.path("run").asText(),
                                    complaints));
                    unless(
                            !workflow.path("on").has("pull_request_target"),
                            file + " runs what strangers wrote, with rights",
                            complaints);
                }),
                change(".github/workflows/check.yml", "permissions:\n  contents: read\n", ""),
                change(".github/workflows/check.yml", "contents: read", "contents: write"),
                change(
                        ".github/workflows/deliver.yml",
                        "      contents: read\n      id-token: write",
                        "      contents: read\n      id-token: write\n      packages: write"),
                change(
                        ".github/workflows/deliver.yml",
                        "    permissions:\n      contents: read\n    environment: prod\n",
                        "    environment: prod\n"),
                change(".github/workflows/what-if.yml", "persist-credentials: false", "persist-credentials: true"),
                change(".github/workflows/what-if.yml", "## $ENVIRONMENT", "## ${{ github.head_ref }}"),
                change(".github/workflows/check.yml", "  pull_request:\n", "  pull_request_target:\n"),
                change(".github/workflows/check.yml", "    timeout-minutes: 120\n", ""));
    }

    @Test
    @Requirement("IAC-12")
    void nothingReachesPeopleUntestedUnsignedOrUnasked() {
        proves(
                (texts, complaints) -> {
                    var delivery = read(texts, ".github/workflows/deliver.yml");
                    unless(
                            at(delivery, "on.push.branches").toString().equals("[\"main\"]")
                                    && delivery.path("on").size() == 1,
                            "other branches are delivered",
                            complaints);
                    var jobs = delivery.path("jobs");
                    unless(
                            needs(jobs, "image").contains("build")
                                    && needs(jobs, "test").contains("image")
                                    && needs(jobs, "prod").contains("test")
                                    && needs(jobs, "prod-secondary").contains("prod"),
                            "the order is not kept",
                            complaints);
                    unless(
                            all(at(jobs, "build.steps"))
                                    .anyMatch(step -> step.path("run").asText().equals("./visavis test")),
                            "what is delivered was not tested",
                            complaints);
                    unless(
                            all(at(jobs, "build.steps"))
                                    .anyMatch(step -> step.path("run").asText().contains("makeAggregateBom")),
                            "nobody knows what is inside",
                            complaints);
                    for (var place : List.of("test", "prod", "prod-secondary")) {
                        unless(
                                at(jobs, place + ".environment").asText().equals(place),
                                place + " is delivered to without being asked",
                                complaints);
                        unless(
                                at(jobs, place + ".runs-on").toString().contains("self-hosted"),
                                place + " is reached from outside",
                                complaints);
                        unless(
                                all(at(jobs, place + ".steps"))
                                        .anyMatch(step -> step.path("run")
                                                .asText()
                                                .equals("deploy/openshift/deliver.sh " + place + " \"$IMAGE\"")),
                                place + " gets something else",
                                complaints);
                    }
                    unless(
                            !at(delivery, "concurrency.cancel-in-progress").asBoolean(true),
                            "a delivery is cut off by the next",
                            complaints);
                    var publish = texts.of("deploy/image/publish.sh");
                    unless(
                            publish.contains("cosign sign")
                                    && publish.contains("cosign attest")
                                    && publish.contains("--key \"$key\""),
                            "nothing is signed",
                            complaints);
                    var stages = all(read(texts, AZURE).path("stages")).toList();
                    stages.stream()
                            .filter(stage -> Set.of("image", "test", "prod", "secondary")
                                    .contains(stage.path("stage").asText()))
                            .forEach(stage -> unless(
                                    stage.path("condition").asText().contains("isMain, true")
                                            && stage.path("condition").asText().contains("succeeded()"),
                                    stage.path("stage").asText() + " is delivered from any branch",
                                    complaints));
                    stages.stream()
                            .flatMap(stage -> all(stage.path("jobs")))
                            .filter(job -> job.has("deployment"))
                            .forEach(job -> unless(
                                    job.path("environment").asText().startsWith("visavis-"),
                                    "a stage asks nobody",
                                    complaints));
                    unless(
                            stages.stream()
                                            .flatMap(stage -> all(stage.path("jobs")))
                                            .filter(job -> job.has("deployment"))
                                            .count()
                                    == 3,
                            "stages are missing",
                            complaints);
                    var asks = read(texts, ".github/workflows/what-if.yml");
                    unless(
                            steps(asks)
                                            .anyMatch(step ->
                                                    step.path("run").asText().contains("az deployment sub what-if"))
                                    && steps(asks)
                                            .noneMatch(step -> step.path("run")
                                                    .asText()
                                                    .matches("(?s).*az deployment \\w+ create.*")),
                            "a change is not asked about, or made at once",
                            complaints);
                },
                change(".github/workflows/deliver.yml", "branches: [main]", "branches: [main, next]"),
                change(".github/workflows/deliver.yml", "needs: [image, test]", "needs: image"),
                change(".github/workflows/deliver.yml", "      - run: ./visavis test\n", ""),
                change(".github/workflows/deliver.yml", "makeAggregateBom", "help"),
                change(".github/workflows/deliver.yml", "    environment: prod\n", ""),
                change(".github/workflows/deliver.yml", "[self-hosted, visavis-prod]", "ubuntu-24.04"),
                change(".github/workflows/deliver.yml", "deliver.sh prod-secondary", "deliver.sh prod"),
                change(".github/workflows/deliver.yml", "cancel-in-progress: false", "cancel-in-progress: true"),
                change("deploy/image/publish.sh", "cosign sign", "echo sign"),
                change(
                        AZURE,
                        "dependsOn: [image, test]\n    condition: and(succeeded(), eq(variables.isMain, true))",
                        "dependsOn: [image, test]"),
                change(AZURE, "environment: visavis-prod", "environment: anything"),
                change(".github/workflows/what-if.yml", "what-if --location", "create --location"));
    }

    @Test
    void tasksOfAzurePipelinesAreNamedWithTheirVersion() {
        proves(
                (texts, complaints) -> {
                    tasks(read(texts, AZURE))
                            .forEach(task -> unless(
                                    task.path("task").asText().matches("(AzureCLI|JavaToolInstaller|UseNode)@\\d+"),
                                    AZURE + " uses " + task.path("task").asText(),
                                    complaints));
                    unless(tasks(read(texts, AZURE)).count() >= 4, AZURE + " was not read", complaints);
                    allOf(read(texts, AZURE), "vmImage")
                            .forEach(place -> unless(
                                    !place.asText().endsWith("latest"), AZURE + " runs on what moves", complaints));
                    allOf(read(texts, AZURE), "persistCredentials")
                            .forEach(kept ->
                                    unless(!kept.asBoolean(), AZURE + " leaves its token in the sources", complaints));
                },
                change(AZURE, "task: UseNode@1", "task: UseNode"),
                change(AZURE, "vmImage: ubuntu-24.04", "vmImage: ubuntu-latest"),
                change(AZURE, "persistCredentials: false", "persistCredentials: true"));
    }

    private static JsonNode read(Texts texts, String file) {
        try {
            return new YAMLMapper().readTree(texts.of(file));
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException(file, unreadable);
        }
    }

    private static Stream<JsonNode> jobs(JsonNode workflow) {
        return workflow.path("jobs").properties().stream().map(job -> job.getValue());
    }

    private static Stream<JsonNode> steps(JsonNode workflow) {
        return jobs(workflow).flatMap(job -> all(job.path("steps")));
    }

    private static Stream<JsonNode> tasks(JsonNode pipeline) {
        return pipeline.findParents("task").stream();
    }

    private static Stream<JsonNode> allOf(JsonNode from, String name) {
        return from.findValues(name).stream();
    }

    private static Set<String> needs(JsonNode jobs, String job) {
        var needs = jobs.path(job).path("needs");
        return needs.isArray() ? new HashSet<>(all(needs).map(JsonNode::asText).toList()) : Set.of(needs.asText());
    }

    private static Set<String> names(JsonNode object) {
        var names = new HashSet<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static List<String> grants(JsonNode permissions) {
        return permissions.isObject()
                ? permissions.properties().stream()
                        .map(grant -> grant.getKey() + ": " + grant.getValue().asText())
                        .toList()
                : permissions.isMissingNode() ? List.of() : List.of(permissions.asText());
    }

    private static void unless(boolean holds, String complaint, List<String> complaints) {
        if (!holds) {
            complaints.add(complaint);
        }
    }
}
