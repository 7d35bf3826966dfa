# The first key to each cluster, until people sign in with Entra ID, and the cluster's connection to Azure Arc, by which it is
# watched. The API is private: from here on the steps run inside the network.
# shellcheck shell=bash

step_credentials() {
  local region
  for region in $regions; do
    reach_cluster "$region"
    connect_to_arc "$region"
  done
}

# reach_cluster REGION: its kubeconfig lies among the secrets and goes when this program ends.
reach_cluster() {
  local region=$1 kubeconfig
  kubeconfig=$(kubeconfig_of "$region")
  if [ -n "$(of reached "$region")" ]; then return 0; fi
  printf -v "reached_$region" yes
  change rm -f "$kubeconfig"
  change az aro get-admin-kubeconfig --name "$(cluster_of "$region")" --resource-group "$(platform_group "$region")" --file "$kubeconfig"
  change chmod 600 "$kubeconfig"
  otherwise="The cluster $(cluster_of "$region") does not answer from here, because it is private: open the operators' machine as docs/guides/deploy-azure.md says, and run the same command there; it goes on with the step '$step'." \
    ask "cluster_version_$region" oc --kubeconfig "$kubeconfig" --request-timeout 20s get clusterversion version --output "jsonpath={.status.desired.version}"
}

connect_to_arc() {
  local region=$1
  find_connection "$region"
  if absent "connected_$region"; then
    change oc --kubeconfig "$(kubeconfig_of "$region")" adm policy add-scc-to-user privileged system:serviceaccount:azure-arc:azure-arc-kube-aad-proxy-sa
    make "connected_$region" az connectedk8s connect --name "$(cluster_of "$region")" --resource-group "$(platform_group "$region")" --location "$(of location "$region")" \
      --distribution openshift --infrastructure azure --kube-config "$(kubeconfig_of "$region")" --query name --output tsv
    given_end
  fi
}

find_connection() { ask "connected_$1" az connectedk8s list --query "[?name=='$(cluster_of "$1")'].name | [0]" --output tsv; }
