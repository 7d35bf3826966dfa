package health.visavis.proof.manifests;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.SecurityContext;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Kinds that fabric8 has no model of: the part of each that we use, written after its definition (CRD). What is not
/// here is refused,
/// so that a field is looked up before it is used.
final class Unmodelled {

    private Unmodelled() {}

    static @Nullable Class<?> shapeOf(Manifest manifest) {
        return switch (manifest.text("apiVersion") + " " + manifest.kind()) {
            case "secrets-store.csi.x-k8s.io/v1 SecretProviderClass" -> SecretProviderClass.class;
            case "k8s.ovn.org/v1 EgressFirewall" -> EgressFirewall.class;
            case "keda.sh/v1alpha1 ScaledObject" -> ScaledObject.class;
            case "keda.sh/v1alpha1 KedaController" -> KedaController.class;
            case "observability.openshift.io/v1 ClusterLogForwarder" -> ClusterLogForwarder.class;
            case "oadp.openshift.io/v1alpha1 DataProtectionApplication" -> DataProtectionApplication.class;
            case "velero.io/v1 Schedule" -> Schedule.class;
            case "tekton.dev/v1 Pipeline" -> Pipeline.class;
            case "operator.tekton.dev/v1alpha1 TektonConfig" -> TektonConfig.class;
            default -> null;
        };
    }

    record Meta(
            String name,
            @Nullable String namespace,
            @Nullable Map<String, String> labels,
            @Nullable Map<String, String> annotations) {}

    /// secrets-store-csi-driver v1.
    record SecretProviderClass(String apiVersion, String kind, Meta metadata, Spec spec) {
        record Spec(String provider, Map<String, String> parameters) {}
    }

    /// OVN-Kubernetes v1.
    record EgressFirewall(String apiVersion, String kind, Meta metadata, Spec spec) {
        record Spec(List<EgressRule> egress) {}

        record EgressRule(Type type, To to) {}

        enum Type {
            Allow,
            Deny
        }

        record To(@Nullable String cidrSelector, @Nullable String dnsName) {}
    }

    /// KEDA 2.
    record ScaledObject(String apiVersion, String kind, Meta metadata, Spec spec) {
        record Spec(
                Target scaleTargetRef,
                int minReplicaCount,
                int maxReplicaCount,
                int cooldownPeriod,
                List<Trigger> triggers) {}

        record Target(String apiVersion, String kind, String name) {}

        record Trigger(String type, @Nullable String metricType, Map<String, String> metadata) {}
    }

    /// Custom Metrics Autoscaler 2.
    record KedaController(String apiVersion, String kind, Meta metadata, Spec spec) {
        record Spec(String watchNamespace) {}
    }

    /// cluster-logging-operator 6.
    record ClusterLogForwarder(String apiVersion, String kind, Meta metadata, Spec spec) {
        record Spec(String managementState, Account serviceAccount, List<Output> outputs, List<Pipeline> pipelines) {}

        record Account(String name) {}

        record Output(String name, String type, AzureLogsIngestion azureLogsIngestion) {}

        record AzureLogsIngestion(
                String url,
                String dcrImmutableId,
                String streamName,
                String timestampField,
                Authentication authentication,
                Tuning tuning) {}

        record Authentication(String type, WorkloadIdentity workloadIdentity) {}

        record WorkloadIdentity(String clientId, String tenantId, Token token) {}

        record Token(String from) {}

        record Tuning(DeliveryMode deliveryMode) {}

        enum DeliveryMode {
            AtLeastOnce,
            AtMostOnce
        }

        record Pipeline(String name, List<String> inputRefs, List<String> outputRefs) {}
    }

    /// oadp-operator 1.
    record DataProtectionApplication(String apiVersion, String kind, Meta metadata, Spec spec) {
        record Spec(Configuration configuration, List<Location> backupLocations, String logFormat) {}

        record Configuration(Velero velero, NodeAgent nodeAgent) {}

        record Velero(List<String> defaultPlugins) {}

        record NodeAgent(boolean enable, String uploaderType) {}

        record Location(String name, BackupStorage velero) {}

        record BackupStorage(
                String provider,
                @JsonProperty("default") boolean isDefault,
                Credential credential,
                Map<String, String> config,
                ObjectStorage objectStorage) {}

        record Credential(String name, String key) {}

        record ObjectStorage(String bucket, String prefix) {}
    }

    /// velero v1.
    record Schedule(String apiVersion, String kind, Meta metadata, Spec spec) {
        record Spec(String schedule, boolean useOwnerReferencesInBackup, Template template) {}

        record Template(
                @Nullable List<String> includedNamespaces,
                @Nullable List<String> includedResources,
                @Nullable List<String> excludedResources,
                @Nullable Boolean includeClusterResources,
                boolean snapshotVolumes,
                String storageLocation,
                String ttl) {}
    }

    /// Tekton pipelines v1.
    record Pipeline(String apiVersion, String kind, Meta metadata, Spec spec) {
        record Spec(List<Parameter> params, List<Workspace> workspaces, List<Task> tasks) {}

        record Parameter(String name, String type, @Nullable String description) {}

        record Workspace(String name, @Nullable String description) {}

        record Task(
                String name,
                @Nullable List<String> runAfter,
                @Nullable String timeout,
                @Nullable Reference taskRef,
                @Nullable Body taskSpec,
                List<Value> params,
                List<Used> workspaces) {}

        record Reference(String resolver, List<Value> params) {}

        record Value(String name, String value) {}

        record Used(String name, String workspace) {}

        record Body(List<Parameter> params, List<Workspace> workspaces, List<Step> steps) {}

        record Step(
                String name,
                String image,
                String workingDir,
                @Nullable List<String> args,
                @Nullable List<Value> env,
                @Nullable String script,
                ResourceRequirements computeResources,
                SecurityContext securityContext) {}
    }

    /// tekton-operator.
    record TektonConfig(String apiVersion, String kind, Meta metadata, Spec spec) {
        record Spec(String targetNamespace, String profile, Map<String, String> chain, Pruner pruner) {}

        record Pruner(String schedule, List<String> resources, int keep) {}
    }
}
