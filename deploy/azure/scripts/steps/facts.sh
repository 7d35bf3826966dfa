# Never part of a run: `--only facts` shows, by Azure's command line, what a demonstration shows in the portal. Nothing is changed.
# shellcheck shell=bash

step_facts() {
  local region
  [ "$environment" != pilot ] || fail "The pilot has no cluster and no edge to show: './visavis deploy --environment pilot --only verification' looks at what it has."
  ask subscription az account show --query id --output tsv
  for region in $regions; do
    note "The cluster: whole, and neither its API nor its ingress on the Internet."
    show az aro show --name "$(cluster_of "$region")" --resource-group "$(platform_group "$region")" \
      --query "{state:provisioningState, version:clusterProfile.version, fips:clusterProfile.fipsValidatedModules, api:apiserverProfile.visibility, ingress:ingressProfiles[0].visibility, outbound:networkProfile.outboundType}" --output table
    note "The vault: closed to the Internet, by roles, not to be purged."
    show az keyvault list --resource-group "$(platform_group "$region")" \
      --query "[].{vault:name, network:properties.publicNetworkAccess, roles:properties.enableRbacAuthorization, purgeProtection:properties.enablePurgeProtection}" --output table
    note "The way in: requests at the Private Link Service, and who was let in."
    show az network private-link-service show --name "pls-$(of name "$region")" --resource-group "$(network_group "$region")" \
      --query "privateEndpointConnections[].{request:privateLinkServiceConnectionState.description, is:privateLinkServiceConnectionState.status}" --output table
  done
  note "The communication services: no shared keys, data in the United States."
  show az rest --method get --url "$(facts_url Microsoft.Communication/communicationServices 2026-03-18)" \
    --query "value[].{service:name, keysOff:properties.disableLocalAuth, network:properties.publicNetworkAccess, data:properties.dataLocation}" --output table
  note "The edge: its origins by their order, reached by Private Link alone; and its firewall's mode."
  show az rest --method get --url "$(facts_url "Microsoft.Cdn/profiles/afd-visavis-$environment/originGroups/regions/origins" 2025-12-01)" \
    --query "value[].{origin:name, order:properties.priority, privateLink:properties.sharedPrivateLinkResource.status, certificateChecked:properties.enforceCertificateNameCheck}" --output table
  show az rest --method get --url "$(facts_url Microsoft.Network/frontDoorWebApplicationFirewallPolicies 2025-11-01)" \
    --query "value[].{firewall:name, mode:properties.policySettings.mode, on:properties.policySettings.enabledState}" --output table
}

facts_url() { printf 'https://management.azure.com/subscriptions/%s/resourceGroups/%s/providers/%s?api-version=%s' "$subscription" "$shared_group" "$1" "$2"; }
