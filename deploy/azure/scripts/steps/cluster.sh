# What holds for a whole cluster: Red Hat's operators, whose first installation is approved here (upgrades are looked at by
# somebody), then sign-in with Entra ID, encryption of secrets, backup, machines.
# shellcheck shell=bash

operator_namespaces="openshift-logging openshift-adp openshift-keda openshift-cluster-csi-drivers openshift-operators"

step_cluster() {
  local region
  for region in $regions; do
    complete_manifests "$region"
    apply "$(kubeconfig_of "$region")" --kustomize "$(manifests_of "$region")/overlays/$(file_of "$region")/cluster/operators"
    install_operators "$region"
    apply "$(kubeconfig_of "$region")" --kustomize "$(manifests_of "$region")/overlays/$(file_of "$region")/cluster"
  done
}

install_operators() {
  local region=$1 namespace label
  for namespace in $operator_namespaces; do
    label=${namespace//-/_}_$region
    local inside=(oc --kubeconfig "$(kubeconfig_of "$region")" --namespace "$namespace")
    ask "installed_$label" "${inside[@]}" get csv --selector '!olm.copiedFrom' --output 'jsonpath={.items[?(@.status.phase=="Succeeded")].metadata.name}'
    if absent "installed_$label"; then
      await "plans_$label" "${inside[@]}" get installplan --output 'jsonpath={.items[*].metadata.name}'
      each plan "plans_$label" "${inside[@]}" patch installplan "$(unknown plan)" --type merge --patch '{"spec":{"approved":true}}'
      await "installed_$label" "${inside[@]}" get csv --selector '!olm.copiedFrom' --output 'jsonpath={.items[?(@.status.phase=="Succeeded")].metadata.name}'
      given_end
    fi
  done
}
