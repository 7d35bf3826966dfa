# What a subscription must have switched on: resource providers, encryption at host, a network watcher for flow logs.
# shellcheck shell=bash

step_providers() {
  local namespaces='"Microsoft.AlertsManagement","Microsoft.Authorization","Microsoft.Communication","Microsoft.Consumption","Microsoft.ContainerRegistry","Microsoft.DBforPostgreSQL","Microsoft.EventGrid","Microsoft.Insights","Microsoft.KeyVault","Microsoft.ManagedIdentity","Microsoft.Network","Microsoft.OperationalInsights","Microsoft.PolicyInsights","Microsoft.Security","Microsoft.ServiceBus","Microsoft.Storage"'
  if [ "$environment" = pilot ]; then
    namespaces="$namespaces,\"Microsoft.App\""
  else
    namespaces="$namespaces,\"Microsoft.Cdn\",\"Microsoft.Compute\",\"Microsoft.HealthcareApis\",\"Microsoft.Kubernetes\",\"Microsoft.KubernetesConfiguration\",\"Microsoft.OperationsManagement\",\"Microsoft.RedHatOpenShift\",\"Microsoft.SecurityInsights\""
  fi
  ask unregistered az provider list --query "[?contains(\`[$namespaces]\`, namespace) && registrationState!='Registered'].namespace" --output tsv
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
