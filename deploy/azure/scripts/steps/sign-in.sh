# What Entra ID knows of us: the application that people sign in to, with their groups in its tokens and no secret, and the
# cluster's own sign-in, whose protocol wants one: it goes from Entra ID into the cluster and stands nowhere else.
# shellcheck shell=bash

step_sign_in() {
  local region name
  find_account
  find_sign_in
  if [ "$environment" = pilot ]; then
    ask pilot_host az containerapp env list --query "[?name=='cae-visavis-pilot'].properties.defaultDomain | [0]" --output tsv
    host=ca-visavis-pilot.$pilot_host
  fi
  make application_id az ad app create --display-name "Visavis ($environment)" --sign-in-audience AzureADMyOrg --web-redirect-uris "https://$host/login/oauth2/code/visavis" --query appId --output tsv
  groups_in_tokens application "$application_id"
  for name in patients doctors nurses admins; do let_in application "$name" "$application_id"; done
  if [ "$environment" = pilot ]; then
    vouch_for_the_pilot
  else
    for region in $regions; do
      vouch_for_the_cluster "$region"
      cluster_sign_in "$region"
    done
  fi
}

find_sign_in() {
  ask application_id az ad app list --filter "displayName eq 'Visavis ($environment)'" --query "[0].appId" --output tsv
}

# Groups that are assigned to the application, and no others of the person's.
groups_in_tokens() {
  local label=$1 id=$2
  ask "claims_of_$label" az ad app list --filter "appId eq '$id'" --query "[?groupMembershipClaims=='ApplicationGroup'].appId | [0]" --output tsv
  if absent "claims_of_$label"; then
    write "$folder/claims.json" <<JSON
{"groupMembershipClaims": "ApplicationGroup", "optionalClaims": {"idToken": [{"name": "groups"}, {"name": "acrs"}, {"name": "email"}]}, "api": {"requestedAccessTokenVersion": 2}}
JSON
    change az rest --method patch --url "https://graph.microsoft.com/v1.0/applications(appId='$id')" --headers Content-Type=application/json --body "@$folder/claims.json"
    given_end
  fi
  ask "principal_of_$label" az ad sp list --filter "appId eq '$id'" --query "[0].id" --output tsv
  make "principal_of_$label" az ad sp create --id "$id" --query id --output tsv
  ask "closed_$label" az ad sp list --filter "appId eq '$id'" --query "[?appRoleAssignmentRequired].id | [0]" --output tsv
  unless "closed_$label" az rest --method patch --url "https://graph.microsoft.com/v1.0/servicePrincipals(appId='$id')" --headers Content-Type=application/json --body '{"appRoleAssignmentRequired":true}'
}

# let_in LABEL GROUP: only who is in the group gets a token.
let_in() {
  local label=$1 group=$2 principal id variable=in_$1_${2//-/_}
  find_group "$group"
  principal=$(value "principal_of_$label")
  id=$(value "$(group_variable "$group")")
  ask "$variable" az rest --method get --url "https://graph.microsoft.com/v1.0/servicePrincipals/$principal/appRoleAssignedTo" --query "value[?principalId=='$id'].id | [0]" --output tsv
  unless "$variable" az rest --method post --url "https://graph.microsoft.com/v1.0/servicePrincipals/$principal/appRoleAssignedTo" --headers Content-Type=application/json \
    --body "{\"principalId\":\"$id\",\"resourceId\":\"$principal\",\"appRoleId\":\"00000000-0000-0000-0000-000000000000\"}"
}

# The application proves itself to Entra ID by a token of its cluster.
vouch_for_the_cluster() {
  local region=$1
  ask "issuer_$region" az aro show --name "$(cluster_of "$region")" --resource-group "$(platform_group "$region")" --query clusterProfile.oidcIssuer --output tsv
  vouched "$region" "$(of issuer "$region")" system:serviceaccount:telehealth:visavis
}

vouch_for_the_pilot() {
  ask pilot_principal az identity list --query "[?name=='id-visavis-pilot-application'].principalId | [0]" --output tsv
  vouched pilot "https://login.microsoftonline.com/$tenant/v2.0" "$pilot_principal"
}

vouched() {
  local label=$1 issuer=$2 subject=$3
  ask "vouched_$label" az ad app federated-credential list --id "$application_id" --query "[?issuer=='$issuer' && subject=='$subject'].name | [0]" --output tsv
  if absent "vouched_$label"; then
    write "$folder/federation-$label.json" <<JSON
{"name": "visavis-$label", "issuer": "$issuer", "subject": "$subject", "audiences": ["api://AzureADTokenExchange"]}
JSON
    change az ad app federated-credential create --id "$application_id" --parameters "@$folder/federation-$label.json"
    given_end
  fi
}

cluster_sign_in() {
  local region=$1 id
  local kubeconfig secret=$secrets/sign-in-$region
  kubeconfig=$(kubeconfig_of "$region")
  reach_cluster "$region"
  find_cluster_sign_in "$region"
  find_route_host "$region"
  make "cluster_sign_in_$region" az ad app create --display-name "Visavis cluster ($(of name "$region"))" --sign-in-audience AzureADMyOrg \
    --web-redirect-uris "https://oauth-openshift.$(of apps "$region")/oauth2callback/entra" --query appId --output tsv
  id=$(of cluster_sign_in "$region")
  groups_in_tokens "cluster_$region" "$id"
  let_in "cluster_$region" cluster-admins "$id"
  ask "secret_there_$region" oc --kubeconfig "$kubeconfig" get secret entra-sign-in --namespace openshift-config --ignore-not-found --output name
  if absent "secret_there_$region"; then
    secretly "$secret" az ad app credential reset --id "$id" --display-name "$(cluster_of "$region")" --years 1 --query password --output tsv --only-show-errors
    secretly "$secret.yaml" oc --kubeconfig "$kubeconfig" create secret generic entra-sign-in --namespace openshift-config "--from-file=clientSecret=$secret" --dry-run=client --output yaml
    change oc --kubeconfig "$kubeconfig" apply --filename "$secret.yaml"
    change rm -f "$secret" "$secret.yaml"
    given_end
  fi
}

find_cluster_sign_in() {
  ask "cluster_sign_in_$1" az ad app list --filter "displayName eq 'Visavis cluster ($(of name "$1"))'" --query "[0].appId" --output tsv
}
