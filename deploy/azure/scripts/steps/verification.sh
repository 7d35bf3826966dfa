# Asks the platform itself whether it is what the templates say. Nothing is changed.
# shellcheck shell=bash

step_verification() {
  local region ours="privateLinkServiceConnectionState.description=='Front Door of Visavis'"
  if [ "$environment" = pilot ]; then
    ask pilot_address az containerapp show --name ca-visavis-pilot --resource-group "$shared_group" --query properties.configuration.ingress.fqdn --output tsv
    verify_address "$pilot_address" --no-edge
    return 0
  fi
  for region in $regions; do
    ask "cluster_made_$region" az aro show --name "$(cluster_of "$region")" --resource-group "$(platform_group "$region")" --query "[provisioningState][?@=='Succeeded'] | [0]" --output tsv
    demand "cluster_made_$region" "The cluster $(cluster_of "$region") is not whole: read 'az aro show --name $(cluster_of "$region") --resource-group $(platform_group "$region")', then run this again."
    ask "private_$region" az aro show --name "$(cluster_of "$region")" --resource-group "$(platform_group "$region")" \
      --query "apiserverProfile.visibility=='Private' && ingressProfiles[0].visibility=='Private' && 'yes' || ''" --output tsv
    demand "private_$region" "The cluster $(cluster_of "$region") can be reached from the Internet: tear it down and make it again from the templates."
    ask "led_$region" az network private-link-service show --name "pls-$(of name "$region")" --resource-group "$(network_group "$region")" \
      --query "privateEndpointConnections[?$ours && privateLinkServiceConnectionState.status=='Approved'].name | [0]" --output tsv
    demand "led_$region" "The edge is not let in at pls-$(of name "$region"): run './visavis deploy --environment $environment --only approval'."
  done
  ask no_other_address az network public-ip list --query "[?!starts_with(name, 'pip-afw-') && !starts_with(name, 'pip-bas-') && !starts_with(name, 'pip-vgw-')] | length(@)==\`0\` && 'yes' || ''" --output tsv
  demand no_other_address "There is a public address that no template makes: look for it with 'az network public-ip list', and remove it."
  verify_address "$host"
}

# The same look from outside that anybody may take at any time.
verify_address() {
  otherwise="https://$1 is not as it should be: from the operators' machine nobody reaches it, so ask from your own; if the name's records are new, wait for the certificate; otherwise look at the pods with 'oc get pods --namespace telehealth'." \
    show ./visavis verify "https://$1" "${@:2}"
  note "https://$1 is there."
}
