# Front Door asks at each Private Link Service; its owner says yes, to the request that our own template has worded and to no other.
# shellcheck shell=bash

step_approval() {
  local region ours="privateLinkServiceConnectionState.description=='Front Door of Visavis'"
  for region in $regions; do
    local service=(--name "pls-$(of name "$region")" --resource-group "$(network_group "$region")")
    await "asked_$region" az network private-link-service show "${service[@]}" \
      --query "privateEndpointConnections[?$ours && (privateLinkServiceConnectionState.status=='Pending' || privateLinkServiceConnectionState.status=='Approved')].name | [0]" --output tsv
    ask "pending_$region" az network private-link-service show "${service[@]}" \
      --query "privateEndpointConnections[?$ours && privateLinkServiceConnectionState.status=='Pending'].name" --output tsv
    each connection "pending_$region" az network private-link-service connection update --name "$(unknown connection)" \
      --service-name "pls-$(of name "$region")" --resource-group "$(network_group "$region")" --connection-status Approved --description "Front Door of Visavis"
  done
}
