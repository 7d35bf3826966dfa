package health.visavis.proof.manifests;

import static health.visavis.proof.manifests.Manifest.all;
import static health.visavis.proof.manifests.Manifest.at;
import static health.visavis.proof.manifests.Manifest.values;
import static health.visavis.proof.manifests.Rendering.REGIONS;
import static health.visavis.proof.manifests.Rendering.clusters;
import static health.visavis.proof.manifests.Rendering.everything;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import health.visavis.kernel.Requirement;
import health.visavis.proof.manifests.Rule.Rendered;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ManifestsTest {

    private static final String MOUNTED = "file:///etc/visavis/secrets/";

    private static final Set<String> ROLES = Set.of("web", "api", "worker");
    private static final Set<String> SERVING = Set.of("web", "api");
    private static final String COMPONENT = "app.kubernetes.io/component";
    private static final Pattern BY_DIGEST = Pattern.compile("[a-z0-9]+\\.azurecr\\.io/visavis@sha256:[0-9a-f]{64}");
    private static final String COMMAND_LINE_OF_THE_CLUSTER =
            "image-registry.openshift-image-registry.svc:5000/openshift/cli:latest";

    private static final Set<Integer> PORTS_WITH_TLS = Set.of(8443, 9443);
    private static final Map<String, String> TLS_OF_THE_APPLICATION = Map.of(
            "SERVER_PORT", "8443",
            "SERVER_SSL_BUNDLE", "serving",
            "MANAGEMENT_SERVER_PORT", "9443",
            "MANAGEMENT_SERVER_SSL_BUNDLE", "serving",
            "SPRING_SSL_BUNDLE_PEM_SERVING_OPTIONS_ENABLEDPROTOCOLS", "TLSv1.3,TLSv1.2");

    /// What Spring gives each of the three phases in which an instance stops
    /// (`spring.lifecycle.timeout-per-shutdown-phase`).
    private static final int STOPPING = 3 * 10;

    @Test
    void everyFieldIsOneThatItsKindHas() {
        Rule.of(
                        everything(),
                        (rendered, complaints) -> rendered.manifests()
                                .forEach(manifest -> complaints.addAll(StrictReading.complaints(manifest))))
                .notices("base/serving/web.yaml", "readOnlyRootFilesystem", "readOnlyRootFileSystem")
                .notices("base/serving/api.yaml", "maxSkew", "maxskew")
                .notices("base/serving/worker.yaml", "periodSeconds", "everySeconds")
                .notices("base/serving/routes.yaml", "insecureEdgeTerminationPolicy", "insecureEdgeTermination")
                .notices("base/serving/alerts.yaml", "for: 2m", "since: 2m")
                .notices("base/foundation/network.yaml", "podSelector: {}", "podsSelector: {}")
                .notices("base/foundation/network.yaml", "cidrSelector: NETWORK", "cidr: NETWORK")
                .notices("base/foundation/secrets.yaml", "parameters:", "parameter:")
                .notices("base/migration/migration.yaml", "backoffLimit", "retries")
                .notices("components/off-peak/scaled-objects.yaml", "maxReplicaCount", "maxReplicas")
                .notices("cluster/sign-in.yaml", "extraScopes", "moreScopes")
                .notices("cluster/backup.yaml", "excludedResources", "exclude")
                .notices("cluster/audit-log.yaml", "deliveryMode: AtLeastOnce", "deliveryMode: Sometimes")
                .notices("cluster/machines.yaml", "unneededTime", "idleTime")
                .notices("cluster/operators/operators.yaml", "installPlanApproval", "approval")
                .notices("pipelines/pipeline.yaml", "runAfter", "after")
                .notices("cluster/keda.yaml", "KedaController", "KedaControl")
                .isKept();
    }

    @Test
    void everyValueOfADeploymentIsPutWhereItBelongs() {
        Rule.of(
                        everything(),
                        (rendered, complaints) -> rendered.manifests().forEach(manifest -> {
                            values("", manifest.content())
                                    .filter(
                                            value -> value.text().matches("[A-Z]+(_[A-Z0-9]+)+")
                                                    && value.path()
                                                            .matches(
                                                                    ".*(value|name|host|cidr|dnsName|Id|ID|cidrSelector|client-id|image|url|clientID|storageAccount|resourceGroup)"))
                                    .forEach(value -> {
                                        if (!value.path().matches(".*(env|params)\\.\\*\\.name")) {
                                            complaints.add(manifest + ": " + value + " was left as it stood");
                                        }
                                    });
                            if (manifest.toString().equals("ConfigMap/region")
                                    || manifest.toString().equals("ConfigMap/cluster")) {
                                complaints.add(manifest + " is no object for a cluster");
                            }
                        }))
                .notices("components/region/kustomization.yaml", "data.ROUTE_HOST}", "data.OTHER_HOST}")
                .notices(
                        "components/region/kustomization.yaml",
                        "fieldPaths: [spec.parameters.tenantId]",
                        "fieldPaths: [spec.parameters.cloudName]")
                .notices("overlays/prod/region/region.env", "VAULT_NAME=", "VAULT=")
                .notices("overlays/prod/region/kustomization.yaml", "local-config: \"true\"", "local: \"true\"")
                .isKept();
    }

    @Test
    @Requirement("ARO-07")
    void podsRunWithoutPrivileges() {
        Rule.of(
                        everything(),
                        (rendered, complaints) -> rendered.pods().forEach(manifest -> {
                            var pod = manifest.pod().path("spec");
                            unless(
                                    at(pod, "securityContext.runAsNonRoot").asBoolean(),
                                    manifest + " may be root",
                                    complaints);
                            unless(
                                    at(pod, "securityContext.seccompProfile.type")
                                            .asText()
                                            .equals("RuntimeDefault"),
                                    manifest + " has no seccomp profile",
                                    complaints);
                            unless(
                                    !at(pod, "securityContext").has("runAsUser"),
                                    manifest + " chooses a user, which restricted-v2 refuses",
                                    complaints);
                            for (var power : List.of("hostNetwork", "hostPID", "hostIPC", "shareProcessNamespace")) {
                                unless(!pod.has(power), manifest + " asks for " + power, complaints);
                            }
                            all(pod.path("volumes"))
                                    .forEach(volume -> unless(
                                            Stream.of("emptyDir", "secret", "configMap", "projected", "csi")
                                                    .anyMatch(volume::has),
                                            manifest + ": volume "
                                                    + volume.path("name").asText()
                                                    + " is of a kind that restricted-v2 refuses",
                                            complaints));
                            manifest.containers().forEach(container -> {
                                var context = container.path("securityContext");
                                unless(
                                        context.has("allowPrivilegeEscalation")
                                                && !context.path("allowPrivilegeEscalation")
                                                        .asBoolean(),
                                        manifest + " may gain privileges",
                                        complaints);
                                unless(
                                        context.path("readOnlyRootFilesystem").asBoolean(),
                                        manifest + " may write to its root",
                                        complaints);
                                unless(
                                        at(context, "capabilities.drop")
                                                .toString()
                                                .equals("[\"ALL\"]"),
                                        manifest + " keeps capabilities",
                                        complaints);
                                unless(
                                        !at(context, "capabilities").has("add")
                                                && !context.path("privileged").asBoolean(),
                                        manifest + " adds privileges",
                                        complaints);
                            });
                        }))
                .notices("base/serving/web.yaml", "runAsNonRoot: true", "runAsNonRoot: false")
                .notices("base/serving/api.yaml", "allowPrivilegeEscalation: false", "allowPrivilegeEscalation: true")
                .notices("base/serving/worker.yaml", "readOnlyRootFilesystem: true", "readOnlyRootFilesystem: false")
                .notices("base/migration/migration.yaml", "drop: [ALL]", "drop: [NET_RAW]")
                .notices(
                        "base/foundation/registry.yaml",
                        "runAsNonRoot: true",
                        "runAsNonRoot: true\n            runAsUser: 1001")
                .notices(
                        "base/serving/web.yaml",
                        "enableServiceLinks: false",
                        "enableServiceLinks: false\n      hostNetwork: true")
                .notices(
                        "base/serving/web.yaml",
                        "emptyDir:\n            sizeLimit: 512Mi",
                        "hostPath:\n            path: /tmp")
                .isKept();
    }

    @Test
    @Requirement("ARO-08")
    void everythingLivesInOneProjectThatRefusesPrivileges() {
        Rule.of(REGIONS, (rendered, complaints) -> {
                    var namespace = rendered.all("Namespace");
                    unless(namespace.size() == 1, "there is not one namespace", complaints);
                    namespace.forEach(place -> {
                        unless(place.name().equals("telehealth"), place + " is another project", complaints);
                        unless(
                                place.at("metadata.labels")
                                        .path("pod-security.kubernetes.io/enforce")
                                        .asText()
                                        .equals("restricted"),
                                place + " admits privileges",
                                complaints);
                    });
                    rendered.manifests().stream()
                            .filter(manifest -> !manifest.is("Namespace"))
                            .forEach(manifest -> unless(
                                    manifest.text("metadata.namespace").equals("telehealth"),
                                    manifest + " lies elsewhere",
                                    complaints));
                    unless(
                            rendered.all("ResourceQuota").stream()
                                    .anyMatch(quota -> quota.at("spec.hard")
                                            .path("services.loadbalancers")
                                            .asText()
                                            .equals("0")),
                            "a load balancer could be made",
                            complaints);
                })
                .notices("base/kustomization.yaml", "namespace: telehealth", "namespace: default")
                .notices("base/foundation/namespace.yaml", "enforce: restricted", "enforce: baseline")
                .notices(
                        "base/foundation/namespace.yaml",
                        "services.loadbalancers: \"0\"",
                        "services.loadbalancers: \"1\"")
                .isKept();
    }

    @Test
    void everyPodSaysWhatItNeedsAndMayUse() {
        Rule.of(
                        everything(),
                        (rendered, complaints) -> rendered.pods()
                                .forEach(manifest -> manifest.containers().forEach(container -> {
                                    for (var resource : List.of("requests.cpu", "requests.memory", "limits.memory")) {
                                        unless(
                                                !at(container.path("resources"), resource)
                                                        .isMissingNode(),
                                                manifest + " has no " + resource,
                                                complaints);
                                    }
                                })))
                .notices("base/serving/web.yaml", "memory: 1536Mi", "ephemeral-storage: 1Gi")
                .notices("base/migration/migration.yaml", "cpu: 250m", "ephemeral-storage: 1Gi")
                .isKept();
    }

    @Test
    @Requirement("APP-02")
    void eachRoleStartsScalesAndIsProbedOnItsOwn() {
        Rule.of(REGIONS, (rendered, complaints) -> {
                    var deployments = rendered.all("Deployment");
                    unless(roles(deployments).equals(ROLES), "roles are " + roles(deployments), complaints);
                    deployments.forEach(deployment -> {
                        var container = deployment.containers().getFirst();
                        for (var probe : Map.of(
                                        "startupProbe",
                                        "/livez",
                                        "livenessProbe",
                                        "/livez",
                                        "readinessProbe",
                                        "/readyz")
                                .entrySet()) {
                            var asks = at(container, probe.getKey() + ".httpGet");
                            unless(
                                    asks.path("path").asText().equals(probe.getValue())
                                            && asks.path("scheme").asText().equals("HTTPS"),
                                    deployment + ": " + probe.getKey() + " asks " + asks,
                                    complaints);
                            unless(
                                    portNames(container)
                                            .contains(asks.path("port").asText()),
                                    deployment + ": " + probe.getKey() + " asks no port of it",
                                    complaints);
                        }
                        unless(
                                targets(rendered, "HorizontalPodAutoscaler", "ScaledObject")
                                        .contains(deployment.name()),
                                deployment + " does not scale",
                                complaints);
                        unless(
                                !deployment.at("spec").has("replicas"),
                                deployment + " fixes what scaling decides",
                                complaints);
                    });
                })
                .notices("base/serving/kustomization.yaml", "  - api.yaml\n", "")
                .notices("base/serving/worker.yaml", "readinessProbe:", "terminationProbe:")
                .notices("base/serving/web.yaml", "path: /readyz", "path: /livez")
                .notices("base/serving/api.yaml", "port: pages", "port: site")
                .notices("base/serving/web.yaml", "scheme: HTTPS", "scheme: HTTP")
                .notices(
                        "base/serving/scaling.yaml",
                        "kind: Deployment\n    name: visavis-worker",
                        "kind: Deployment\n    name: visavis-job")
                .notices(
                        "base/serving/worker.yaml",
                        "spec:\n  revisionHistoryLimit",
                        "spec:\n  replicas: 1\n  revisionHistoryLimit")
                .isKept();
    }

    @Test
    void anInstanceThatGoesIsAskedForNothingNewAndHasTimeToSendItsPagesAway() {
        Rule.of(
                        REGIONS,
                        (rendered, complaints) -> rendered.all("Deployment").forEach(deployment -> {
                            var grace = deployment
                                    .at("spec.template.spec.terminationGracePeriodSeconds")
                                    .asInt();
                            var pause = at(deployment.containers().getFirst(), "lifecycle.preStop.sleep.seconds")
                                    .asInt();
                            var unreadyAfter = 2 * 5;
                            unless(
                                    pause > unreadyAfter,
                                    deployment + " stops before nobody new is sent to it",
                                    complaints);
                            unless(grace >= pause + STOPPING, deployment + " is killed while it stops", complaints);
                            unless(
                                    deployment
                                            .text("spec.strategy.rollingUpdate.maxUnavailable")
                                            .equals("0"),
                                    deployment + " goes before its successor is there",
                                    complaints);
                        }))
                .notices("base/serving/web.yaml", "seconds: 20", "seconds: 5")
                .notices(
                        "base/serving/web.yaml",
                        "terminationGracePeriodSeconds: 75",
                        "terminationGracePeriodSeconds: 30")
                .notices("base/serving/api.yaml", "maxUnavailable: 0", "maxUnavailable: 1")
                .isKept();
    }

    @Test
    @Requirement("ARO-04")
    void whatServesPeopleIsSpreadOverZones() {
        Rule.of(
                        REGIONS,
                        (rendered, complaints) -> rendered.all("Deployment").forEach(deployment -> {
                            var zones = all(deployment.at("spec.template.spec.topologySpreadConstraints"))
                                    .filter(spread ->
                                            spread.path("topologyKey").asText().equals("topology.kubernetes.io/zone"))
                                    .toList();
                            unless(
                                    zones.size() == 1
                                            && zones.getFirst().path("maxSkew").asInt() == 1,
                                    deployment + " is not spread over zones",
                                    complaints);
                            zones.forEach(spread -> {
                                unless(
                                        at(spread, "labelSelector.matchLabels")
                                                .equals(deployment.at("spec.selector.matchLabels")),
                                        deployment + " spreads other pods",
                                        complaints);
                                unless(
                                        !SERVING.contains(role(deployment))
                                                || spread.path("whenUnsatisfiable")
                                                        .asText()
                                                        .equals("DoNotSchedule"),
                                        deployment + " may all be in one zone",
                                        complaints);
                            });
                        }))
                .notices("base/serving/web.yaml", "topology.kubernetes.io/zone", "topology.kubernetes.io/region")
                .notices("base/serving/api.yaml", "DoNotSchedule", "ScheduleAnyway")
                .isKept();
    }

    @Test
    @Requirement("ARO-05")
    void podsAndMachinesScaleWithTheLoad() {
        Rule.of(REGIONS, (rendered, complaints) -> {
                    rendered.all("HorizontalPodAutoscaler").forEach(scaler -> {
                        unless(
                                scaler.at("spec.minReplicas").asInt()
                                        < scaler.at("spec.maxReplicas").asInt(),
                                scaler + " cannot grow",
                                complaints);
                        unless(
                                scaler.at("spec.metrics.0.resource.target.averageUtilization")
                                                .asInt()
                                        > 0,
                                scaler + " looks at nothing",
                                complaints);
                    });
                    rendered.all("ScaledObject").forEach(scaler -> {
                        unless(
                                scaler.at("spec.minReplicaCount").asInt()
                                        < scaler.at("spec.maxReplicaCount").asInt(),
                                scaler + " cannot grow",
                                complaints);
                        unless(
                                all(scaler.at("spec.triggers"))
                                        .anyMatch(trigger ->
                                                trigger.path("type").asText().equals("cpu")),
                                scaler + " grows by the clock only",
                                complaints);
                    });
                    var both = new TreeSet<>(targets(rendered, "HorizontalPodAutoscaler"));
                    both.retainAll(targets(rendered, "ScaledObject"));
                    unless(both.isEmpty(), "two autoscalers pull at " + both, complaints);
                    rendered.all("Deployment")
                            .forEach(deployment -> unless(
                                    rendered.all("PodDisruptionBudget").stream()
                                            .anyMatch(budget -> budget.at("spec.selector.matchLabels")
                                                            .equals(deployment.at("spec.selector.matchLabels"))
                                                    && budget.at("spec.maxUnavailable")
                                                                    .asInt()
                                                            == 1),
                                    deployment + " may be emptied from all machines at once",
                                    complaints));
                })
                .notices("base/serving/scaling.yaml", "maxReplicas: 12", "maxReplicas: 3")
                .notices("components/off-peak/scaled-objects.yaml", "type: cpu", "type: memory")
                .notices("components/off-peak/kustomization.yaml", "$patch: delete", "$patch: merge")
                .notices(
                        "base/serving/scaling.yaml",
                        "maxUnavailable: 1\n  unhealthyPodEvictionPolicy: AlwaysAllow\n  selector:\n    matchLabels:\n      app.kubernetes.io/name: visavis\n      app.kubernetes.io/component: worker",
                        "maxUnavailable: 1\n  unhealthyPodEvictionPolicy: AlwaysAllow\n  selector:\n    matchLabels:\n      app.kubernetes.io/component: job")
                .isKept();
        Rule.of(clusters(), (rendered, complaints) -> {
                    unless(
                            rendered.all("ClusterAutoscaler").stream()
                                    .anyMatch(scaler ->
                                            scaler.at("spec.scaleDown.enabled").asBoolean()),
                            "machines do not scale",
                            complaints);
                    var sets = rendered.all("MachineAutoscaler").stream()
                            .map(scaler -> scaler.text("spec.scaleTargetRef.name"))
                            .collect(Collectors.toSet());
                    unless(sets.size() == 3, "machines scale in " + sets, complaints);
                })
                .notices("cluster/machines.yaml", "enabled: true", "enabled: false")
                .notices("overlays/prod/cluster/values/cluster.env", "eastus23", "eastus22")
                .isKept();
    }

    @Test
    @Requirement("ARO-06")
    void podsReachOnlyWhatIsNamed() {
        Rule.of(REGIONS, (rendered, complaints) -> {
                    var policies = rendered.all("NetworkPolicy");
                    unless(
                            policies.stream()
                                    .anyMatch(policy -> policy.at("spec.podSelector")
                                                    .isEmpty()
                                            && policy.at("spec.policyTypes").size() == 2
                                            && policy.at("spec.ingress").isMissingNode()
                                            && policy.at("spec.egress").isMissingNode()),
                            "nothing denies by default",
                            complaints);
                    policies.forEach(policy -> {
                        openings(policy, "ingress", "from").forEach(opening -> {
                            unless(
                                    !opening.peers().isEmpty()
                                            && !opening.ports().isEmpty(),
                                    policy + " lets anybody in",
                                    complaints);
                            opening.peers()
                                    .forEach(peer -> unless(
                                            at(peer, "namespaceSelector.matchLabels")
                                                                    .size()
                                                            > 0
                                                    && !peer.has("ipBlock"),
                                            policy + " lets in " + peer,
                                            complaints));
                        });
                        openings(policy, "egress", "to").forEach(opening -> {
                            unless(
                                    !opening.peers().isEmpty()
                                            && !opening.ports().isEmpty(),
                                    policy + " lets out to anywhere",
                                    complaints);
                            opening.peers().stream()
                                    .filter(peer ->
                                            at(peer, "ipBlock.cidr").asText().equals("0.0.0.0/0"))
                                    .forEach(peer -> {
                                        unless(
                                                all(at(peer, "ipBlock.except"))
                                                        .map(JsonNode::asText)
                                                        .toList()
                                                        .contains("10.128.0.0/14"),
                                                policy + " lets pods of other projects be reached",
                                                complaints);
                                        unless(
                                                opening.ports().stream()
                                                        .allMatch(port -> Set.of(443, 6443)
                                                                .contains(port.path("port")
                                                                        .asInt())),
                                                policy + " lets out by " + opening.ports(),
                                                complaints);
                                    });
                        });
                    });
                    rendered.pods().forEach(manifest -> {
                        unless(
                                policies.stream()
                                        .anyMatch(policy ->
                                                policy.at("spec.egress").size() > 0
                                                        && !policy.at("spec.podSelector")
                                                                .isEmpty()
                                                        && selects(policy.at("spec.podSelector"), labels(manifest))),
                                manifest + " reaches nothing",
                                complaints);
                        if (SERVING.contains(role(manifest))) {
                            unless(
                                    policies.stream()
                                            .anyMatch(policy ->
                                                    policy.at("spec.ingress").size() > 0
                                                            && policy.toString().contains("ingress-to-pages")
                                                            && selects(
                                                                    policy.at("spec.podSelector"), labels(manifest))),
                                    manifest + " is reached by nobody",
                                    complaints);
                        } else {
                            unless(
                                    policies.stream()
                                            .noneMatch(policy -> policy.name().equals("ingress-to-pages")
                                                    && selects(policy.at("spec.podSelector"), labels(manifest))),
                                    manifest + " is reached by the ingress",
                                    complaints);
                        }
                    });
                    var names = rendered.all("EgressFirewall").getFirst().at("spec.egress");
                    unless(
                            names.path(names.size() - 1).path("type").asText().equals("Deny")
                                    && at(names.path(names.size() - 1), "to.cidrSelector")
                                            .asText()
                                            .equals("0.0.0.0/0"),
                            "names that are not listed may be asked for",
                            complaints);
                })
                .notices("base/foundation/network.yaml", "policyTypes: [Ingress, Egress]", "policyTypes: [Ingress]")
                .notices("base/foundation/network.yaml", "policy-group.network.openshift.io/ingress: \"\"", "{}")
                .notices(
                        "base/foundation/network.yaml",
                        "    - from:\n        - namespaceSelector:\n            matchLabels:\n              kubernetes.io/metadata.name: openshift-user-workload-monitoring\n      ports",
                        "    - ports")
                .notices(
                        "base/foundation/network.yaml",
                        "except: [10.128.0.0/14, 172.30.0.0/16, 169.254.0.0/16]\n      ports:\n        - protocol: TCP\n          port: 443",
                        "except: [169.254.0.0/16]\n      ports:\n        - protocol: TCP\n          port: 443")
                .notices("base/foundation/network.yaml", "values: [web, api, worker]", "values: [web, api]")
                .notices("base/foundation/network.yaml", "values: [web, api]\n", "values: [web, api, worker]\n")
                .notices("base/foundation/network.yaml", "type: Deny", "type: Allow")
                .notices(
                        "base/migration/migration.yaml",
                        "      labels:\n        app.kubernetes.io/component: migration",
                        "      labels:\n        app.kubernetes.io/component: tables")
                .isKept();
    }

    @Test
    @Requirement("ARO-09")
    void routesLeadToPodsThroughTlsAllTheWay() {
        Rule.of(REGIONS, (rendered, complaints) -> {
                    var routes = rendered.all("Route");
                    unless(
                            routes.stream()
                                    .map(route -> route.text("spec.path"))
                                    .collect(Collectors.toSet())
                                    .equals(Set.of("/", "/api")),
                            "pages or interface have no route",
                            complaints);
                    unless(
                            routes.stream()
                                            .map(route -> route.text("spec.host"))
                                            .distinct()
                                            .count()
                                    == 1,
                            "routes have several hosts",
                            complaints);
                    routes.forEach(route -> {
                        unless(
                                route.text("spec.tls.termination").equals("reencrypt")
                                        && route.text("spec.tls.insecureEdgeTerminationPolicy")
                                                .equals("None"),
                                route + " speaks in clear",
                                complaints);
                        unless(
                                route.at("metadata.annotations")
                                        .path("haproxy.router.openshift.io/set-forwarded-headers")
                                        .asText()
                                        .equals("if-none"),
                                route + " forgets what the edge said",
                                complaints);
                        var service = rendered.all("Service").stream()
                                .filter(candidate -> candidate.name().equals(route.text("spec.to.name")))
                                .findFirst();
                        unless(
                                service.isPresent()
                                        && portNames(service.get().at("spec"))
                                                .contains(route.text("spec.port.targetPort")),
                                route + " leads nowhere",
                                complaints);
                    });
                    rendered.all("Service").forEach(service -> {
                        unless(
                                service.text("spec.type").equals("ClusterIP")
                                        || service.at("spec.type").isMissingNode(),
                                service + " is reached from outside",
                                complaints);
                        var certificate = service.at("metadata.annotations")
                                .path("service.beta.openshift.io/serving-cert-secret-name")
                                .asText();
                        var behind = rendered.all("Deployment").stream()
                                .filter(deployment -> deployment
                                        .at("spec.selector.matchLabels")
                                        .equals(service.at("spec.selector")))
                                .findFirst();
                        unless(behind.isPresent(), service + " has no pods", complaints);
                        behind.ifPresent(deployment -> {
                            unless(
                                    all(deployment.at("spec.template.spec.volumes"))
                                            .anyMatch(volume -> at(volume, "secret.secretName")
                                                    .asText()
                                                    .equals(certificate)),
                                    service + "'s certificate is not with its pods",
                                    complaints);
                            all(service.at("spec.ports"))
                                    .forEach(port -> unless(
                                            portNames(deployment.containers().getFirst())
                                                    .contains(port.path("targetPort")
                                                            .asText()),
                                            service + " leads to no port",
                                            complaints));
                        });
                    });
                    rendered.all("Route")
                            .forEach(route -> unless(
                                    !route.text("spec.to.name").equals("visavis-worker"),
                                    "a route leads to the worker",
                                    complaints));
                })
                .notices("base/serving/routes.yaml", "termination: reencrypt", "termination: edge")
                .notices(
                        "base/serving/routes.yaml",
                        "insecureEdgeTerminationPolicy: None",
                        "insecureEdgeTerminationPolicy: Allow")
                .notices("base/serving/routes.yaml", "set-forwarded-headers: if-none", "set-forwarded-headers: replace")
                .notices("base/serving/routes.yaml", "targetPort: pages", "targetPort: http")
                .notices("base/serving/services.yaml", "type: ClusterIP", "type: LoadBalancer")
                .notices("base/serving/web.yaml", "secretName: visavis-web-serving", "secretName: visavis-serving")
                .notices(
                        "base/serving/services.yaml",
                        "selector:\n    app.kubernetes.io/name: visavis\n    app.kubernetes.io/component: api",
                        "selector:\n    app.kubernetes.io/component: interface")
                .isKept();
    }

    @Test
    @Requirement("NET-06")
    void whatServicesSayToEachOtherGoesThroughTls() {
        Rule.of(REGIONS, (rendered, complaints) -> {
                    var settings = rendered.all("ConfigMap").stream()
                            .filter(map -> map.name().startsWith("visavis-"))
                            .findFirst()
                            .orElseThrow()
                            .at("data");
                    TLS_OF_THE_APPLICATION.forEach((name, value) ->
                            unless(settings.path(name).asText().equals(value), name + " is not " + value, complaints));
                    settings.properties()
                            .forEach(setting -> unless(
                                    !setting.getValue().asText().contains("http://")
                                            && (!setting.getValue().asText().startsWith("jdbc:")
                                                    || setting.getValue()
                                                            .asText()
                                                            .endsWith("?sslmode=verify-full")),
                                    setting.getKey() + " leads to somebody who need not prove who they are",
                                    complaints));
                    rendered.pods()
                            .forEach(manifest -> manifest.containers().forEach(container -> {
                                all(container.path("env"))
                                        .forEach(variable -> unless(
                                                !TLS_OF_THE_APPLICATION.containsKey(
                                                        variable.path("name").asText()),
                                                manifest + " has its own " + variable.path("name"),
                                                complaints));
                                all(container.path("ports"))
                                        .forEach(port -> unless(
                                                PORTS_WITH_TLS.contains(port.path("containerPort")
                                                        .asInt()),
                                                manifest + " is asked at " + port,
                                                complaints));
                            }));
                    rendered.all("NetworkPolicy")
                            .forEach(policy -> openings(policy, "ingress", "from").stream()
                                    .flatMap(opening -> opening.ports().stream())
                                    .forEach(port -> unless(
                                            PORTS_WITH_TLS.contains(
                                                    port.path("port").asInt()),
                                            policy + " lets in at " + port,
                                            complaints)));
                    rendered.all("Service")
                            .forEach(service -> unless(
                                    service.at("metadata.annotations")
                                            .path("service.beta.openshift.io/serving-cert-secret-name")
                                            .asText()
                                            .equals(service.name() + "-serving"),
                                    service + " has no certificate of the cluster",
                                    complaints));
                    rendered.all("ServiceMonitor")
                            .forEach(monitor -> unless(
                                    at(monitor.at("spec.endpoints.0"), "tlsConfig.ca.configMap.name")
                                                    .asText()
                                                    .equals("openshift-service-ca.crt")
                                            && !at(monitor.at("spec.endpoints.0"), "tlsConfig")
                                                    .has("insecureSkipVerify"),
                                    monitor + " believes anybody",
                                    complaints));
                })
                .notices("base/migration/settings.env", "SERVER_SSL_BUNDLE=serving", "SERVER_SSL_BUNDLE=")
                .notices(
                        "base/migration/settings.env",
                        "MANAGEMENT_SERVER_SSL_BUNDLE=serving",
                        "MANAGEMENT_SERVER_SSL_BUNDLE=")
                .notices("base/migration/settings.env", "TLSv1.3,TLSv1.2", "TLSv1.3,TLSv1.2,TLSv1.1")
                .notices("overlays/prod/settings.env", "?sslmode=verify-full", "?sslmode=require")
                .notices("overlays/test/settings.env", "ENDPOINT=https://kv", "ENDPOINT=http://kv")
                .notices("base/serving/worker.yaml", "VISAVIS_LIVE_LISTEN", "SERVER_SSL_BUNDLE")
                .notices("base/serving/api.yaml", "containerPort: 9443", "containerPort: 9090")
                .notices("base/foundation/network.yaml", "port: 8443", "port: 8080")
                .notices(
                        "base/serving/services.yaml",
                        "serving-cert-secret-name: visavis-api-serving",
                        "serving-cert-secret-name: visavis-web-serving")
                .notices("base/serving/monitor.yaml", "name: openshift-service-ca.crt", "name: other")
                .isKept();
    }

    @Test
    @Requirement("CST-01")
    void outOfHoursFewerInstancesRunAndPatientsNeverHaveOne() {
        Rule.of(REGIONS, (rendered, complaints) -> {
                    var clocks = rendered.all("ScaledObject");
                    var forPatients = rendered.folder().contains("prod");
                    unless(
                            forPatients
                                    || targets(rendered, "ScaledObject").equals(Set.of("visavis-web", "visavis-api")),
                            "as many run at night as by day",
                            complaints);
                    var zone = rendered.all("ConfigMap").stream()
                            .filter(map -> map.name().startsWith("visavis-"))
                            .findFirst()
                            .orElseThrow()
                            .at("data")
                            .path("VISAVIS_CLINIC_ZONE")
                            .asText();
                    clocks.forEach(clock -> {
                        unless(
                                !forPatients || clock.at("spec.minReplicaCount").asInt() > 1,
                                clock + " leaves patients one instance",
                                complaints);
                        var days = all(clock.at("spec.triggers"))
                                .filter(trigger -> trigger.path("type").asText().equals("cron"))
                                .map(trigger -> trigger.path("metadata"))
                                .toList();
                        unless(days.size() == 1, clock + " knows " + days.size() + " times of day", complaints);
                        days.forEach(day -> {
                            unless(
                                    day.path("timezone").asText().equals(zone),
                                    clock + " goes by another clock than the clinic's",
                                    complaints);
                            unless(
                                    hour(day.path("start")) < hour(day.path("end"))
                                            && hour(day.path("end")) - hour(day.path("start")) < 18,
                                    clock + " has no night",
                                    complaints);
                            unless(
                                    day.path("desiredReplicas").asInt()
                                            > clock.at("spec.minReplicaCount").asInt(),
                                    clock + " runs as many at night as by day",
                                    complaints);
                        });
                    });
                })
                .notices("components/off-peak/scaled-objects.yaml", "type: cron", "type: memory")
                .notices("components/off-peak/scaled-objects.yaml", "end: 0 21 * * *", "end: 0 5 * * *")
                .notices("components/off-peak/scaled-objects.yaml", "start: 0 6 * * *", "start: 0 0 * * *")
                .notices("components/off-peak/scaled-objects.yaml", "desiredReplicas: \"3\"", "desiredReplicas: \"1\"")
                .notices("components/off-peak/scaled-objects.yaml", "America/New_York", "America/Chicago")
                .notices(
                        "components/off-peak/scaled-objects.yaml",
                        "kind: Deployment\n    name: visavis-api",
                        "kind: Deployment\n    name: visavis-worker")
                .notices("overlays/test/kustomization.yaml", "  - ../../components/off-peak\n", "")
                .notices(
                        "overlays/prod/kustomization.yaml",
                        "  - ../../components/second-communication\n",
                        "  - ../../components/second-communication\n  - ../../components/off-peak\n")
                .isKept();
        Rule.of(
                        clusters(),
                        (rendered, complaints) -> unless(
                                rendered.all("KedaController").stream()
                                        .anyMatch(keda ->
                                                keda.text("spec.watchNamespace").equals("telehealth")),
                                "nobody carries the schedule out",
                                complaints))
                .notices("cluster/keda.yaml", "watchNamespace: telehealth", "watchNamespace: other")
                .isKept();
    }

    @Test
    @Requirement("ARO-10")
    void imagesAreNamedByWhatTheyAre() {
        Rule.of(
                        REGIONS,
                        (rendered, complaints) -> rendered.pods()
                                .forEach(manifest -> manifest.containers().forEach(container -> {
                                    var image = container.path("image").asText();
                                    unless(
                                            BY_DIGEST.matcher(image).matches()
                                                    || image.equals(COMMAND_LINE_OF_THE_CLUSTER),
                                            manifest + " starts " + image,
                                            complaints);
                                    unless(
                                            !container.has("imagePullPolicy"),
                                            manifest + " has its own way to pull",
                                            complaints);
                                })))
                .notices("overlays/prod/region/region.env", "/visavis@sha256:", "/visavis:")
                .notices(
                        "components/region/kustomization.yaml",
                        "containers.[name=visavis].image",
                        "containers.[name=visavis].workingDir")
                .isKept();
        Rule.of(
                        List.of("cluster/signed-images"),
                        (rendered, complaints) -> rendered.all("ClusterImagePolicy")
                                .forEach(policy -> {
                                    unless(
                                            policy.text("spec.policy.rootOfTrust.policyType")
                                                    .equals("PublicKey"),
                                            policy + " trusts something else",
                                            complaints);
                                    unless(
                                            policy.text("spec.scopes.0").endsWith("/visavis"),
                                            policy + " is about other images",
                                            complaints);
                                }))
                .notices(
                        "cluster/signed-images/signed-images.yaml",
                        "policyType: PublicKey",
                        "policyType: FulcioCAWithRekor")
                .notices("cluster/signed-images/signed-images.yaml", "azurecr.io/visavis", "azurecr.io/other")
                .isKept();
    }

    /// What a setting names is what the vault's driver puts there.
    @Test
    @Requirement("APP-24")
    void eachFileThatASettingNamesIsMounted() {
        Rule.of(REGIONS, (rendered, complaints) -> {
                    var objects = rendered.all("SecretProviderClass").getFirst().text("spec.parameters.objects");
                    var named = rendered.all("ConfigMap").stream()
                            .flatMap(map -> values("", map.at("data")))
                            .filter(value -> value.text().startsWith(MOUNTED))
                            .toList();
                    unless(!named.isEmpty(), "no setting names a secret", complaints);
                    named.forEach(value -> unless(
                            objects.lines()
                                    .anyMatch(line -> line.strip()
                                            .equals("objectAlias: "
                                                    + value.text().substring(MOUNTED.length()))),
                            value.path() + " names a file that is not there: " + value.text(),
                            complaints));
                })
                .notices(
                        "base/foundation/secrets.yaml",
                        "objectAlias: turn-secret",
                        "objectAlias: visavis.ice.turn-secret")
                .notices("base/migration/settings.env", "/secrets/turn-secret", "/secrets/turn-secrets")
                .isKept();
    }

    /// A setting of a secret says where it lies.
    private static boolean isNoSecretItself(String name, String value) {
        return !name.matches(".*(PASSWORD|SECRET|ACCESSKEY|CONNECTIONSTRING).*")
                || value.matches("file:///\\S+|keyvault://[A-Za-z0-9-]+(/[0-9a-f]{32})?");
    }

    @Test
    @Requirement({"IAM-07", "APP-24"})
    void nobodyHasASecretAndNoneIsWrittenDown() {
        Rule.of(everything(), (rendered, complaints) -> {
                    unless(rendered.all("Secret").isEmpty(), "a secret is among the manifests", complaints);
                    rendered.manifests()
                            .forEach(manifest -> values("", manifest.content())
                                    .forEach(value -> unless(
                                            !value.text()
                                                    .matches(
                                                            "(?is).*(-----BEGIN [A-Z ]*PRIVATE|accountkey=|sharedaccesskey|password=|client[-_]?secret=|\\beyJ[A-Za-z0-9_-]{20,}).*"),
                                            manifest + ": " + value.path() + " looks like a secret",
                                            complaints)));
                    rendered.pods()
                            .forEach(manifest -> manifest.containers()
                                    .forEach(container -> all(container.path("env"))
                                            .forEach(variable -> {
                                                unless(
                                                        at(variable, "valueFrom.secretKeyRef")
                                                                .isMissingNode(),
                                                        manifest + " has a secret in its environment",
                                                        complaints);
                                                unless(
                                                        isNoSecretItself(
                                                                variable.path("name")
                                                                        .asText(),
                                                                variable.path("value")
                                                                        .asText()),
                                                        manifest + " is told a secret: "
                                                                + variable.path("name")
                                                                        .asText(),
                                                        complaints);
                                            })));
                    rendered.all("ConfigMap")
                            .forEach(map -> map.at("data")
                                    .fieldNames()
                                    .forEachRemaining(name -> unless(
                                            isNoSecretItself(
                                                    name,
                                                    map.at("data").path(name).asText()),
                                            map + " tells a secret: " + name,
                                            complaints)));
                })
                .notices(
                        "base/migration/settings.env",
                        "VISAVIS_ICE_TURNSECRET=file:///etc/visavis/secrets/turn-secret",
                        "VISAVIS_ICE_TURNSECRET=hunter2")
                .notices("base/foundation/identities.yaml", "kind: ServiceAccount", "kind: Secret")
                .notices("overlays/test/settings.env", "VISAVIS_CLINIC_NAME=", "SPRING_DATASOURCE_PASSWORD=")
                .notices("overlays/test/settings.env", "sslmode=verify-full", "sslmode=verify-full&password=x")
                .notices(
                        "base/serving/web.yaml",
                        "- name: VISAVIS_CARE_REVIEWEVERY\n              value: 0s",
                        "- name: VISAVIS_ICE_TURN\n              valueFrom:\n                secretKeyRef:\n                  name: turn\n                  key: secret")
                .isKept();
        Rule.of(
                        REGIONS,
                        (rendered, complaints) -> rendered.pods().forEach(manifest -> {
                            var account = manifest.pod()
                                    .at("/spec/serviceAccountName")
                                    .asText();
                            unless(
                                    rendered.all("ServiceAccount").stream()
                                            .anyMatch(candidate ->
                                                    candidate.name().equals(account)
                                                            && candidate
                                                                    .at("metadata.annotations")
                                                                    .has("azure.workload.identity/client-id")),
                                    manifest + " is nobody",
                                    complaints);
                            var tokens = all(manifest.pod().at("/spec/volumes"))
                                    .flatMap(volume -> all(at(volume, "projected.sources")))
                                    .map(source -> source.path("serviceAccountToken"))
                                    .toList();
                            unless(
                                    tokens.size() == 1
                                            && tokens.getFirst()
                                                    .path("audience")
                                                    .asText()
                                                    .equals("api://AzureADTokenExchange"),
                                    manifest + " cannot prove who it is",
                                    complaints);
                            unless(
                                    account.equals("visavis-images")
                                            || !manifest.pod()
                                                    .at("/spec/automountServiceAccountToken")
                                                    .asBoolean(true),
                                    manifest + " could speak to the cluster",
                                    complaints);
                        }))
                .notices("base/serving/worker.yaml", "serviceAccountName: visavis", "serviceAccountName: default")
                .notices("base/migration/migration.yaml", "audience: api://AzureADTokenExchange", "audience: vault")
                .notices(
                        "base/serving/api.yaml",
                        "automountServiceAccountToken: false",
                        "automountServiceAccountToken: true")
                .isKept();
    }

    @Test
    @Requirement("ARO-11")
    void thePipelineTestsBuildsListsAndDelivers() {
        Rule.of(List.of("pipelines"), (rendered, complaints) -> {
                    var pipeline = rendered.all("Pipeline").getFirst();
                    var after = new TreeMap<String, String>();
                    all(pipeline.at("spec.tasks"))
                            .forEach(task -> after.put(
                                    task.path("name").asText(),
                                    at(task, "runAfter.0").asText()));
                    unless(
                            after.equals(Map.of(
                                    "sources",
                                    "",
                                    "test",
                                    "sources",
                                    "image",
                                    "test",
                                    "inventory",
                                    "image",
                                    "deliver",
                                    "inventory")),
                            "the steps are " + after,
                            complaints);
                    all(pipeline.at("spec.tasks"))
                            .flatMap(task -> all(at(task, "taskSpec.steps")))
                            .forEach(step -> unless(
                                    step.path("image").asText().startsWith("$(params.")
                                            || step.path("image").asText().equals(COMMAND_LINE_OF_THE_CLUSTER),
                                    "a step chooses its own image",
                                    complaints));
                    all(pipeline.at("spec.params"))
                            .forEach(parameter -> unless(
                                    !parameter.has("default"),
                                    parameter.path("name").asText() + " has a default, which is no digest",
                                    complaints));
                    rendered.all("Role")
                            .forEach(role -> all(role.at("rules")).forEach(grant -> {
                                var touched = all(grant.path("resources"))
                                        .map(JsonNode::asText)
                                        .collect(Collectors.toSet());
                                var may = all(grant.path("verbs"))
                                        .map(JsonNode::asText)
                                        .collect(Collectors.toSet());
                                unless(
                                        Stream.of(
                                                        "secrets",
                                                        "serviceaccounts",
                                                        "networkpolicies",
                                                        "roles",
                                                        "rolebindings",
                                                        "*")
                                                .noneMatch(touched::contains),
                                        role + " touches " + touched,
                                        complaints);
                                unless(!may.contains("*") && !may.contains("delete"), role + " may " + may, complaints);
                            }));
                    unless(
                            rendered.all("ClusterRoleBinding").isEmpty(),
                            "the pipeline may change the whole cluster",
                            complaints);
                    unless(
                            rendered.all("TektonConfig")
                                    .getFirst()
                                    .at("spec.chain")
                                    .path("signers.kms.kmsref")
                                    .asText()
                                    .startsWith("azurekms://"),
                            "nothing is signed",
                            complaints);
                })
                .notices("pipelines/pipeline.yaml", "runAfter: [test]", "runAfter: [sources]")
                .notices("pipelines/pipeline.yaml", "image: $(params.builder)", "image: docker.io/library/maven")
                .notices("pipelines/place.yaml", "resources: [deployments]", "resources: [deployments, secrets]")
                .notices("pipelines/place.yaml", "verbs: [get, list, watch, create, patch]", "verbs: [\"*\"]")
                .notices("pipelines/signing.yaml", "azurekms://", "k8s://")
                .isKept();
    }

    @Test
    @Requirement("ARO-12")
    void operatorsOfTheClusterSignInWithEntra() {
        Rule.of(clusters(), (rendered, complaints) -> {
                    var providers = rendered.all("OAuth").getFirst().at("spec.identityProviders");
                    unless(
                            providers.size() == 1
                                    && providers.path(0).path("type").asText().equals("OpenID"),
                            "there is another way to sign in",
                            complaints);
                    unless(
                            at(providers, "0.openID.issuer")
                                    .asText()
                                    .matches("https://login\\.microsoftonline\\.com/[0-9a-f-]{36}/v2\\.0"),
                            "Entra is not asked",
                            complaints);
                    unless(
                            at(providers, "0.openID.claims.groups.0").asText().equals("groups"),
                            "groups are not taken over",
                            complaints);
                    rendered.all("ClusterRoleBinding").stream()
                            .filter(binding -> binding.text("roleRef.name").equals("cluster-admin"))
                            .forEach(binding -> all(binding.at("subjects"))
                                    .forEach(subject -> unless(
                                            subject.path("kind").asText().equals("Group")
                                                    && subject.path("name")
                                                            .asText()
                                                            .matches("[0-9a-f-]{36}"),
                                            binding + " lets in " + subject,
                                            complaints)));
                    unless(
                            rendered.all("ClusterRoleBinding").stream()
                                    .anyMatch(binding -> binding.name().equals("self-provisioners")
                                            && binding.at("subjects").isEmpty()),
                            "everybody may make projects",
                            complaints);
                })
                .notices("cluster/sign-in.yaml", "groups: [groups]", "groups: [roles]")
                .notices(
                        "overlays/prod/cluster/values/cluster.env",
                        "SIGN_IN_ISSUER=https://login.microsoftonline.com/",
                        "SIGN_IN_ISSUER=https://elsewhere.example/")
                .notices("cluster/administrators.yaml", "kind: Group", "kind: User")
                .notices(
                        "cluster/administrators.yaml",
                        "subjects: []",
                        "subjects: [{kind: Group, name: system:authenticated, apiGroup: rbac.authorization.k8s.io}]")
                .isKept();
    }

    @Test
    @Requirement("ARO-13")
    void secretsInEtcdAreEncrypted() {
        Rule.of(clusters(), (rendered, complaints) -> {
                    var server = rendered.all("APIServer").getFirst();
                    unless(
                            Set.of("aesgcm", "aescbc").contains(server.text("spec.encryption.type")),
                            "etcd is readable",
                            complaints);
                    unless(
                            !server.text("spec.audit.profile").equals("None"),
                            "the cluster keeps no log of requests",
                            complaints);
                    unless(!server.text("spec.tlsSecurityProfile.type").equals("Old"), "old TLS is spoken", complaints);
                })
                .notices("cluster/secrets-in-etcd.yaml", "type: aesgcm", "type: identity")
                .notices("cluster/secrets-in-etcd.yaml", "profile: Default", "profile: None")
                .isKept();
    }

    @Test
    @Requirement("ARO-15")
    void theAuditLogOfTheClusterLeavesItAtLeastOnceWithoutAKey() {
        Rule.of(clusters(), (rendered, complaints) -> {
                    var forwarder = rendered.all("ClusterLogForwarder").getFirst();
                    var output = forwarder.at("spec.outputs.0");
                    unless(
                            all(forwarder.at("spec.pipelines"))
                                    .anyMatch(pipeline ->
                                            at(pipeline, "inputRefs").toString().contains("audit")
                                                    && at(pipeline, "outputRefs.0")
                                                            .equals(output.path("name"))),
                            "audit goes nowhere",
                            complaints);
                    unless(
                            at(output, "azureLogsIngestion.authentication.type")
                                    .asText()
                                    .equals("workloadIdentity"),
                            "audit is sent with a key",
                            complaints);
                    unless(
                            at(output, "azureLogsIngestion.tuning.deliveryMode")
                                    .asText()
                                    .equals("AtLeastOnce"),
                            "audit may be lost",
                            complaints);
                    unless(
                            rendered.all("ClusterRoleBinding").stream()
                                    .anyMatch(binding ->
                                            binding.text("roleRef.name").equals("collect-audit-logs")
                                                    && at(binding.at("subjects.0"), "name")
                                                            .asText()
                                                            .equals(forwarder.text("spec.serviceAccount.name"))),
                            "the collector may not read audit",
                            complaints);
                })
                .notices("cluster/audit-log.yaml", "inputRefs: [audit]", "inputRefs: [infrastructure]")
                .notices("cluster/audit-log.yaml", "type: workloadIdentity", "type: clientSecret")
                .notices("cluster/audit-log.yaml", "AtLeastOnce", "AtMostOnce")
                .notices("cluster/audit-log.yaml", "name: collect-audit-logs", "name: collect-application-logs")
                .isKept();
    }

    @Test
    @Requirement("DR-04")
    void objectsOfTheClusterAreKeptElsewhereWithoutSecrets() {
        Rule.of(clusters(), (rendered, complaints) -> {
                    var location =
                            rendered.all("DataProtectionApplication").getFirst().at("spec.backupLocations.0");
                    unless(
                            at(location, "velero.config.useAAD").asText().equals("true")
                                    && !at(location, "velero.config").has("storageAccountKeyEnvVar"),
                            "backups are written with a key",
                            complaints);
                    var schedules = rendered.all("Schedule");
                    unless(
                            schedules.stream()
                                    .anyMatch(schedule -> schedule.at("spec.template.includedNamespaces")
                                                    .toString()
                                                    .contains("telehealth")
                                            && schedule.text("spec.schedule").matches("\\d+ \\* \\* \\* \\*")),
                            "the project is not kept every hour",
                            complaints);
                    schedules.forEach(schedule -> {
                        unless(
                                schedule.at("spec.template.storageLocation").equals(location.path("name")),
                                schedule + " is kept nowhere",
                                complaints);
                        unless(
                                schedule.at("spec.template.excludedResources")
                                                .toString()
                                                .contains("\"secrets\"")
                                        || schedule.at("spec.template").has("includedResources")
                                                && !schedule.at("spec.template.includedResources")
                                                        .toString()
                                                        .contains("secrets"),
                                schedule + " keeps secrets",
                                complaints);
                    });
                })
                .notices("cluster/backup.yaml", "useAAD: \"true\"", "useAAD: \"false\"")
                .notices("cluster/backup.yaml", "5 * * * *", "5 2 * * *")
                .notices("cluster/backup.yaml", "storageLocation: region", "storageLocation: other")
                .notices("cluster/backup.yaml", "excludedResources: [secrets, ", "excludedResources: [")
                .isKept();
    }

    @Test
    @Requirement("MON-05")
    void countersAreReadOverTlsAndTheDashboardIsOne() {
        Rule.of(
                        REGIONS,
                        (rendered, complaints) -> rendered.all("Service").forEach(service -> {
                            var monitors = rendered.all("ServiceMonitor").stream()
                                    .filter(monitor ->
                                            selects(monitor.at("spec.selector"), service.at("metadata.labels")))
                                    .toList();
                            unless(monitors.size() == 1, service + " is read by " + monitors, complaints);
                            monitors.forEach(monitor -> {
                                var endpoint = monitor.at("spec.endpoints.0");
                                unless(
                                        endpoint.path("scheme").asText().equals("https")
                                                && at(endpoint, "tlsConfig.serverName")
                                                        .asText()
                                                        .equals(service.name() + ".telehealth.svc"),
                                        monitor + " does not know whom it reads",
                                        complaints);
                                unless(
                                        portNames(service.at("spec"))
                                                .contains(endpoint.path("port").asText()),
                                        monitor + " reads no port",
                                        complaints);
                            });
                        }))
                .notices("base/serving/monitor.yaml", "scheme: https", "scheme: http")
                .notices("base/serving/monitor.yaml", "serverName: visavis-web", "serverName: visavis")
                .notices("base/serving/monitor.yaml", "port: counters", "port: metrics")
                .isKept();
        Rule.of(clusters(), (rendered, complaints) -> {
                    var dashboard = rendered.all("ConfigMap").stream()
                            .filter(map -> map.at("metadata.labels")
                                    .path("console.openshift.io/dashboard")
                                    .asText()
                                    .equals("true"))
                            .toList();
                    unless(
                            dashboard.size() == 1
                                    && dashboard
                                            .getFirst()
                                            .text("metadata.namespace")
                                            .equals("openshift-config-managed"),
                            "the console shows no dashboard",
                            complaints);
                    dashboard.forEach(map -> unless(
                            panels(map.at("data").path("visavis.json").asText()) >= 6,
                            "the dashboard cannot be read",
                            complaints));
                })
                .notices(
                        "cluster/dashboard.yaml",
                        "console.openshift.io/dashboard: \"true\"",
                        "console.openshift.io/dashboard: \"no\"")
                .notices("cluster/dashboard.yaml", "\"rows\": [", "\"rows\": [[")
                .isKept();
    }

    @Test
    @Requirement("MON-07")
    void whoIsWokenFindsWhatToDo() {
        Rule.of(REGIONS, (rendered, complaints) -> {
                    var page = text(Path.of("../docs/runbooks/cluster-alerts.md"));
                    var alerts = all(rendered.all("PrometheusRule").getFirst().at("spec.groups"))
                            .flatMap(group -> all(group.path("rules")))
                            .toList();
                    unless(alerts.size() == 8, "there are " + alerts.size() + " alerts", complaints);
                    alerts.forEach(alert -> {
                        unless(
                                page.contains("| `" + alert.path("alert").asText() + "` |"),
                                "nobody knows what to do about "
                                        + alert.path("alert").asText(),
                                complaints);
                        unless(
                                Set.of("critical", "warning")
                                        .contains(at(alert, "labels.severity").asText()),
                                alert.path("alert").asText() + " wakes nobody",
                                complaints);
                        unless(
                                alert.path("expr").asText().contains("namespace=\"telehealth\""),
                                alert.path("alert").asText() + " is about other projects too",
                                complaints);
                    });
                })
                .notices("base/serving/alerts.yaml", "alert: VisavisIsSlow", "alert: VisavisIsLate")
                .notices("base/serving/alerts.yaml", "severity: critical", "severity: loud")
                .notices("base/serving/alerts.yaml", "{namespace=\"telehealth\"}) > 4", ") > 4")
                .isKept();
    }

    @Test
    void nothingLeavesTheUnitedStates() {
        var regions = regions();
        Rule.of(
                        REGIONS,
                        (rendered, complaints) -> rendered.manifests().forEach(manifest -> {
                            unless(
                                    regions.contains(manifest.at("metadata.annotations")
                                            .path("visavis.health/region")
                                            .asText()),
                                    manifest + " is in no region of ours",
                                    complaints);
                            values("", manifest.content()).forEach(value -> {
                                if (value.text().contains(".communication.azure.com")) {
                                    unless(
                                            value.text()
                                                    .matches(
                                                            "(https://)?(acscallautomation|[a-z0-9-]+\\.unitedstates)\\.communication\\.azure\\.com"),
                                            manifest + ": " + value,
                                            complaints);
                                }
                                if (value.path().matches(".*(timezone|VISAVIS_CLINIC_ZONE)")) {
                                    unless(value.text().startsWith("America/"), manifest + ": " + value, complaints);
                                }
                            });
                        }))
                .notices("overlays/prod/kustomization.yaml", "region: eastus2", "region: westeurope")
                .notices("overlays/test/settings.env", "unitedstates.communication", "europe.communication")
                .notices("components/off-peak/scaled-objects.yaml", "America/New_York", "Europe/Berlin")
                .isKept();
    }

    @Test
    void manifestsAndTemplatesOfAzureSayTheSame() {
        var cluster = azure("layers/cluster.bicep");
        var main = azure("main.bicep");
        Rule.of(REGIONS, (rendered, complaints) -> {
                    rendered.all("ServiceAccount")
                            .forEach(account -> unless(
                                    cluster.contains(
                                            "namespace: 'telehealth', serviceAccount: '" + account.name() + "'"),
                                    "Azure does not know " + account,
                                    complaints));
                    var parameters =
                            azure("environments/" + Path.of(rendered.folder()).getFileName() + ".bicepparam");
                    var environment = given(parameters, "environmentIs");
                    var place = given(
                            parameters,
                            given(parameters, "role").equals("primary") ? "primaryLocation" : "secondaryLocation");
                    var code = found(main, place + ": '(\\w+)'");
                    rendered.manifests().forEach(manifest -> {
                        unless(
                                manifest.at("metadata.annotations")
                                        .path("visavis.health/region")
                                        .asText()
                                        .equals(place),
                                manifest + " is elsewhere",
                                complaints);
                        unless(
                                manifest.at("metadata.annotations")
                                        .path("visavis.health/environment")
                                        .asText()
                                        .equals(environment),
                                manifest + " is of another environment",
                                complaints);
                    });
                    var settings = rendered.all("ConfigMap").stream()
                            .filter(map -> map.name().startsWith("visavis-"))
                            .findFirst()
                            .orElseThrow()
                            .at("data");
                    unless(
                            settings.path("VISAVIS_AZURE_SERVICEBUS_QUEUE")
                                    .asText()
                                    .equals("acs-events"),
                            "another queue is asked",
                            complaints);
                    unless(
                            settings.path("VISAVIS_BASEURL")
                                    .asText()
                                    .equals("https://" + found(parameters, "host: '([^']+)'")),
                            "people type another name",
                            complaints);
                    unless(
                            settings.path("SPRING_DATASOURCE_USERNAME")
                                    .asText()
                                    .equals("id-visavis-" + environment + "-" + code + "-application"),
                            "the database does not know the application",
                            complaints);
                    unless(
                            settings.path("SPRING_DATASOURCE_URL")
                                    .asText()
                                    .endsWith(":5432/visavis?sslmode=verify-full"),
                            "another database is asked",
                            complaints);
                    unless(
                            settings.has("VISAVIS_AZURE_ACS_SECONDENDPOINT")
                                    == parameters.contains("secondCommunication: true"),
                            "the second service is known to one side only",
                            complaints);
                    unless(
                            rendered.all("EgressFirewall")
                                    .getFirst()
                                    .text("spec.egress.0.to.cidrSelector")
                                    .equals(given(parameters, "addressPrefix")),
                            "the network is another",
                            complaints);
                    unless(
                            rendered.all("SecretProviderClass")
                                    .getFirst()
                                    .text("spec.parameters.keyvaultName")
                                    .startsWith("kv-vv-" + environment + "-" + code + "-"),
                            "the vault is another",
                            complaints);
                    unless(
                            settings.path("VISAVIS_AZURE_KEYVAULT_ENDPOINT")
                                    .asText()
                                    .equals("https://"
                                            + rendered.all("SecretProviderClass")
                                                    .getFirst()
                                                    .text("spec.parameters.keyvaultName")
                                            + ".vault.azure.net/"),
                            "keys are asked of another vault",
                            complaints);
                    unless(
                            settings.path("VISAVIS_AZURE_KEYVAULT_SIGNINGKEY")
                                            .asText()
                                            .equals("checkpoints")
                                    && settings.path("VISAVIS_AUDIT_LOG_EVERY")
                                            .asText()
                                            .equals("5s"),
                            "the audit log is signed with another key, or so often that it costs",
                            complaints);
                    unless(
                            settings.path("VISAVIS_AZURE_AUDIT_CONTAINER")
                                    .asText()
                                    .matches(archive(environment, code)),
                            "the region's archive is no witness of the audit log",
                            complaints);
                    var others = Stream.of("primaryLocation", "secondaryLocation")
                            .filter(name -> parameters.contains("param " + name + " = "))
                            .map(name -> found(main, given(parameters, name) + ": '(\\w+)'"))
                            .filter(other -> !other.equals(code))
                            .map(other -> archive(environment, other))
                            .toList();
                    unless(
                            settings.has("VISAVIS_AZURE_AUDIT_SECONDCONTAINER") != others.isEmpty()
                                    && others.stream()
                                            .allMatch(settings.path("VISAVIS_AZURE_AUDIT_SECONDCONTAINER")
                                                    .asText()::matches),
                            "the other region's archive is no witness of the audit log",
                            complaints);
                    unless(
                            settings.path("VISAVIS_AZURE_POSTGRES_SIGNIN")
                                    .asText()
                                    .equals("entra"),
                            "the database is to have a password",
                            complaints);
                    unless(
                            settings.path("VISAVIS_AZURE_FRONTDOOR_ID")
                                    .asText()
                                    .matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"),
                            "whoever finds another way than the edge is served",
                            complaints);
                    unless(
                            given(parameters, "role").equals("secondary")
                                    || List.of(settings.path("VISAVIS_AZURE_POSTGRES_APPLICATIONS")
                                                    .asText()
                                                    .split(","))
                                            .contains(settings.path("SPRING_DATASOURCE_USERNAME")
                                                    .asText()),
                            "nobody makes the application a user of the database",
                            complaints);
                    rendered.all("Job")
                            .forEach(job -> all(job.containers().getFirst().path("env"))
                                    .filter(variable ->
                                            variable.path("name").asText().equals("SPRING_DATASOURCE_USERNAME"))
                                    .forEach(variable -> unless(
                                            variable.path("value")
                                                    .asText()
                                                    .equals("id-visavis-" + environment + "-" + code + "-migration"),
                                            "the database does not know the migration",
                                            complaints)));
                })
                .notices("base/foundation/identities.yaml", "name: visavis-migration", "name: migration")
                .notices("overlays/prod/region/region.env", "NETWORK=10.30.0.0/20", "NETWORK=10.31.0.0/20")
                .notices(
                        "overlays/prod-secondary/region/region.env",
                        "VAULT_NAME=kv-vv-prod-cus",
                        "VAULT_NAME=kv-vv-prod-eus2")
                .notices("overlays/test/settings.env", "QUEUE=acs-events", "QUEUE=events")
                .notices(
                        "overlays/test/settings.env",
                        "ENDPOINT=https://kv-vv-test-eus2",
                        "ENDPOINT=https://kv-vv-test-cus")
                .notices("overlays/prod/settings.env", "SIGNINGKEY=checkpoints", "SIGNINGKEY=signing")
                .notices("base/migration/settings.env", "AUDIT_LOG_EVERY=5s", "AUDIT_LOG_EVERY=250ms")
                .notices(
                        "overlays/prod/settings.env",
                        "AUDIT_CONTAINER=https://vvprodeus2",
                        "AUDIT_CONTAINER=https://vvprodcus")
                .notices(
                        "overlays/test-secondary/settings.env",
                        "AUDIT_SECONDCONTAINER=https://vvtesteus2",
                        "AUDIT_SECONDCONTAINER=https://vvtestcus")
                .notices("overlays/test/settings.env", "VISAVIS_AZURE_AUDIT_SECONDCONTAINER", "# None")
                .notices("base/migration/settings.env", "POSTGRES_SIGNIN=entra", "POSTGRES_SIGNIN=password")
                .notices("overlays/prod-secondary/settings.env", "FRONTDOOR_ID=0", "FRONTDOOR_ID=")
                .notices(
                        "overlays/prod/settings.env",
                        "POSTGRES_APPLICATIONS=id-visavis-prod-eus2",
                        "POSTGRES_APPLICATIONS=id-visavis-prod-cus")
                .notices("overlays/dev/settings.env", "VISAVIS_BASEURL=https://dev.", "VISAVIS_BASEURL=https://other.")
                .notices(
                        "overlays/test/region/region.env",
                        "MIGRATION_NAME=id-visavis-test-eus2-migration",
                        "MIGRATION_NAME=migration")
                .notices("overlays/prod-secondary/kustomization.yaml", "region: centralus", "region: eastus2")
                .notices("overlays/test-secondary/kustomization.yaml", "environment: test", "environment: prod")
                .isKept();
    }

    @Test
    void settingsOfAReleaseReachItsPods() {
        Rule.of(REGIONS, (rendered, complaints) -> {
                    var settings = rendered.all("ConfigMap").stream()
                            .map(Manifest::name)
                            .filter(name -> name.matches("visavis-[a-z0-9]{10}"))
                            .toList();
                    unless(
                            settings.size() == 1,
                            "settings are not named after what they hold: a change would reach nobody",
                            complaints);
                    rendered.pods().stream()
                            .filter(manifest -> !manifest.is("CronJob"))
                            .forEach(manifest -> unless(
                                    at(manifest.containers().getFirst(), "envFrom.0.configMapRef.name")
                                            .asText()
                                            .matches("visavis-[a-z0-9]{10}"),
                                    manifest + " has other settings",
                                    complaints));
                    rendered.manifests()
                            .forEach(manifest -> unless(
                                    manifest.at("metadata.labels").has("visavis.health/step"),
                                    manifest + " belongs to no step of a delivery",
                                    complaints));
                    unless(
                            rendered.all("Job").stream()
                                    .allMatch(job -> job.at("metadata.labels")
                                            .path("visavis.health/step")
                                            .asText()
                                            .equals("migration")),
                            "tables are not brought up before",
                            complaints);
                })
                .notices(
                        "base/serving/worker.yaml",
                        "configMapRef:\n                name: visavis",
                        "configMapRef:\n                name: other")
                .notices(
                        "base/migration/kustomization.yaml",
                        "visavis.health/step: migration",
                        "visavis.health/step: serving")
                .notices(
                        "overlays/prod/kustomization.yaml",
                        "behavior: merge",
                        "behavior: replace\n    options: {disableNameSuffixHash: true}")
                .isKept();
    }

    @Test
    void aKindThatNobodyKnowsIsRefused() throws IOException {
        var unknown = new YAMLMapper().readTree("apiVersion: example.org/v1\nkind: Thing\nmetadata: {name: x}\n");

        assertThat(StrictReading.complaints(new Manifest(unknown)))
                .containsExactly("Thing/x is of a kind that nobody has a model of");
    }

    private record Opening(List<JsonNode> peers, List<JsonNode> ports) {}

    private static List<Opening> openings(Manifest policy, String direction, String peers) {
        return all(policy.at("spec." + direction))
                .map(rule -> new Opening(
                        all(rule.path(peers)).toList(), all(rule.path("ports")).toList()))
                .toList();
    }

    private static boolean selects(JsonNode selector, JsonNode labels) {
        var byLabel = selector.path("matchLabels").properties().stream()
                .allMatch(wanted -> labels.path(wanted.getKey()).equals(wanted.getValue()));
        var byExpression = all(selector.path("matchExpressions"))
                .allMatch(expression -> all(expression.path("values"))
                        .anyMatch(value ->
                                labels.path(expression.path("key").asText()).equals(value)));
        return byLabel && byExpression;
    }

    private static JsonNode labels(Manifest manifest) {
        return manifest.pod().at("/metadata/labels");
    }

    private static String role(Manifest manifest) {
        return labels(manifest).path(COMPONENT).asText();
    }

    private static Set<String> roles(List<Manifest> deployments) {
        return deployments.stream().map(ManifestsTest::role).collect(Collectors.toSet());
    }

    private static Set<String> portNames(JsonNode holder) {
        return all(holder.path("ports")).map(port -> port.path("name").asText()).collect(Collectors.toSet());
    }

    private static int hour(JsonNode cron) {
        return Integer.parseInt(cron.asText().split(" ")[1]);
    }

    private static Set<String> targets(Rendered rendered, String... kinds) {
        return Stream.of(kinds)
                .flatMap(kind -> rendered.all(kind).stream())
                .map(scaler -> scaler.text("spec.scaleTargetRef.name"))
                .collect(Collectors.toSet());
    }

    private static int panels(String json) {
        try {
            var rows = new JsonMapper().readTree(json).path("rows");
            return all(rows).mapToInt(row -> row.path("panels").size()).sum();
        } catch (IOException unreadable) {
            return 0;
        }
    }

    private static void unless(boolean holds, String complaint, List<String> complaints) {
        if (!holds) {
            complaints.add(complaint);
        }
    }

    private static String archive(String environment, String code) {
        return "https://vv" + environment + code + "\\w{6}archive\\.blob\\.core\\.windows\\.net/checkpoints";
    }

    private static Set<String> regions() {
        var type = found(azure("types.bicep"), "type usRegion = ([^\n]+)");
        return Pattern.compile("'(\\w+)'")
                .matcher(type)
                .results()
                .map(region -> region.group(1))
                .collect(Collectors.toSet());
    }

    private static String given(String parameters, String name) {
        return found(parameters, "param " + name + " = '([^']+)'");
    }

    private static String found(String text, String pattern) {
        var matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }

    private static String azure(String file) {
        return text(Path.of("../deploy/azure", file));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
