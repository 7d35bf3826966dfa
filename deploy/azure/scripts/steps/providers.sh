# What a subscription must have switched on: resource providers, encryption at host, a network watcher for flow logs.
# shellcheck shell=bash

providers="Authorization Communication Consumption ContainerRegistry DBforPostgreSQL EventGrid Insights KeyVault ManagedIdentity Network OperationalInsights ServiceBus"
providers_of_clusters="Cdn Compute HealthcareApis Kubernetes KubernetesConfiguration PolicyInsights RedHatOpenShift Security SecurityInsights Storage"

step_providers() {
  local names
  if [ "$environment" = pilot ]; then names="$providers App"; else names="$providers $providers_of_clusters"; fi
  # shellcheck disable=SC2086 # one name per word is meant
  names=$(printf ',"Microsoft.%s"' $names)
  ask unregistered az provider list --query "[?contains(\`[${names#,}]\`, namespace) && registrationState!='Registered'].namespace" --output tsv
  each provider unregistered az provider register --namespace "$(unknown provider)" --wait
  if [ "$environment" != pilot ]; then
    encryption_at_host
    network_watchers
  fi
}

# The feature counts only after its provider has been registered once more.
encryption_at_host() {
  local registered="[?name=='Microsoft.Compute/EncryptionAtHost' && properties.state=='Registered'].name | [0]"
  ask encryption_at_host az feature list --namespace Microsoft.Compute --query "$registered" --output tsv
  if absent encryption_at_host; then
    change az feature register --namespace Microsoft.Compute --name EncryptionAtHost
    await encryption_at_host az feature list --namespace Microsoft.Compute --query "$registered" --output tsv
    change az provider register --namespace Microsoft.Compute --wait
    given_end
  fi
}

network_watchers() {
  local region location tags
  tag_groups internal
  ask watcher_group az group list --query "[?name=='NetworkWatcherRG'].name | [0]" --output tsv
  unless watcher_group az group create --name NetworkWatcherRG --location "$location_primary" --tags "${tags[@]}"
  for region in $regions; do
    location=$(of location "$region")
    ask "watcher_$region" az network watcher list --query "[?location=='$location' && name=='NetworkWatcher_$location'].name | [0]" --output tsv
    unless "watcher_$region" az network watcher configure --resource-group NetworkWatcherRG --locations "$location" --enabled true
  done
}

# The tags that policy asks of every group.
tag_groups() { tags=(workload=visavis "environment=$environment" "owner=$owner" "costCenter=$cost_center" "dataClass=$1"); }
