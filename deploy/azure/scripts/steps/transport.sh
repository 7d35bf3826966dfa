# Never part of a run: `--only transport` shows, from outside, which lines are spoken and which are refused, and the one way in. It
# ends with an error where a line is open that should not be. Nothing is changed.
# shellcheck shell=bash

step_transport() {
  local region
  [ "$environment" != pilot ] || fail "The pilot has no cluster and no edge to show: './visavis deploy --environment pilot --only verification' looks at what it has."
  note "The address: TLS 1.3 and 1.2 are spoken, 1.1 and 1.0 are refused, and plain HTTP leads people to HTTPS and refuses programs."
  show ./visavis verify "https://$host"
  for region in $regions; do
    note "The one way in: the edge's private link, which somebody has approved."
    show az network private-link-service show --name "pls-$(of name "$region")" --resource-group "$(network_group "$region")" \
      --query "privateEndpointConnections[].{request:privateLinkServiceConnectionState.description, is:privateLinkServiceConnectionState.status}" --output table
    ask "ingress_address_$region" az aro show --name "$(cluster_of "$region")" --resource-group "$(platform_group "$region")" --query "ingressProfiles[0].ip" --output tsv
    note "Beside it: the cluster's own way in has a private address, at which nobody outside is answered."
    show az aro show --name "$(cluster_of "$region")" --resource-group "$(platform_group "$region")" --query "ingressProfiles[0].{address:ip, is:visibility}" --output table
    refused "https://$(of ingress_address "$region") answers beside the edge: if you are outside of the cluster's network, look for the public address with 'az network public-ip list'; inside, this shows nothing." \
      curl --silent --insecure --connect-timeout 5 --output /dev/null --connect-to "$host:443:$(of ingress_address "$region"):443" "https://$host/readyz"
  done
}
