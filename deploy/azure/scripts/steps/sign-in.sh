# What Entra ID knows of us: the application that people sign in to, with their groups in its tokens, and the cluster's own
# sign-in. The application proves itself by its identity and has no secret. OpenShift's sign-in knows no other way than one: it
# goes from Entra ID into the cluster and stands nowhere else. It is good for a year; docs/guides/deploy-azure.md says how to change it.
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
    ask pilot_principal az identity list --query "[?name=='id-visavis-pilot-application'].principalId | [0]" --output tsv
    vouch visavis-pilot "https://login.microsoftonline.com/$tenant/v2.0" "$pilot_principal"
  else
    for region in $regions; do
      find_issuer "$region"
      vouch "$(of name "$region")" "$(of issuer "$region")" system:serviceaccount:telehealth:visavis
      fill_vault "$region"
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
{"groupMembershipClaims": "ApplicationGroup", "optionalClaims": {"idToken": [{"name": "groups"}, {"name": "acrs"}, {"name": "auth_time"}, {"name": "email"}]}, "api": {"requestedAccessTokenVersion": 2}}
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

# The one secret that the application shares with somebody, its TURN servers. The vault is private: it is put there by way of
# Azure's own management, which takes it and never gives it back.
fill_vault() {
  local region=$1
  find_vault "$region"
  put_secret "$region" turn-secret openssl rand -hex 32
}

find_vault() {
  find_account
  ask "vault_$1" az keyvault list --resource-group "$(platform_group "$1")" --query "[?starts_with(name, 'kv-vv-')].name | [0]" --output tsv
  ask "client_application_$1" az identity show --name "id-$(of name "$1")-application" --resource-group "$(platform_group "$1")" --query clientId --output tsv
  ask "principal_application_$1" az identity show --name "id-$(of name "$1")-application" --resource-group "$(platform_group "$1")" --query principalId --output tsv
}

# put_secret REGION NAME COMMAND…: what the command says becomes the secret, if there is none; the application may read it.
put_secret() {
  local region=$1 name=$2 label=${2//-/_}_$1 vault reader=4633458b-17de-408a-b874-0445c86b69e6
  shift 2
  vault=/subscriptions/$subscription/resourceGroups/$(platform_group "$region")/providers/Microsoft.KeyVault/vaults/$(of vault "$region")
  ask "there_$label" az rest --method get --url "https://management.azure.com$vault/secrets?api-version=2026-02-01" --query "value[?name=='$name'].name | [0]" --output tsv
  if absent "there_$label"; then
    secretly "$secrets/$name" "$@"
    input=$secrets/$name secretly "$secrets/$name.json" sed 's/.*/{"properties":{"value":"&"}}/'
    change az rest --method put --url "https://management.azure.com$vault/secrets/$name?api-version=2026-02-01" --headers Content-Type=application/json --body "@$secrets/$name.json" --output none
    change rm -f "$secrets/$name" "$secrets/$name.json"
    given_end
  fi
  ask "readable_$label" az role assignment list --assignee "$(of principal_application "$region")" --scope "$vault/secrets/$name" --role "$reader" --query "[0].id" --output tsv
  unless "readable_$label" az role assignment create --assignee-object-id "$(of principal_application "$region")" --assignee-principal-type ServicePrincipal --scope "$vault/secrets/$name" --role "$reader"
}

# vouch NAME ISSUER SUBJECT: Entra ID takes what this issuer says of this subject for the application itself. A cluster that was
# made anew has another issuer: the credential of the former one is in its way, and Azure says so.
vouch() {
  local name=$1 issuer=$2 subject=$3 variable=vouched_${1//-/_}
  ask "$variable" az ad app federated-credential list --id "$application_id" --query "[?name=='$name' && issuer=='$issuer' && subject=='$subject'].name | [0]" --output tsv
  if absent "$variable"; then
    write "$folder/$name.json" <<JSON
{"name": "$name", "issuer": "$issuer", "subject": "$subject", "audiences": ["api://AzureADTokenExchange"]}
JSON
    change az ad app federated-credential create --id "$application_id" --parameters "@$folder/$name.json"
    given_end
  fi
}

find_issuer() {
  ask "issuer_$1" az aro show --name "$(cluster_of "$1")" --resource-group "$(platform_group "$1")" --query clusterProfile.oidcIssuer --output tsv
}

cluster_sign_in() {
  local region=$1 id
  local kubeconfig secret=$secrets/sign-in-$region
  kubeconfig=$(kubeconfig_of "$region")
  reach_cluster "$region"
  find_cluster_sign_in "$region"
  find_route_host "$region"
  make "cluster_sign_in_$region" az ad app create --display-name "Visavis cluster ($(of name "$region"))" --sign-in-audience AzureADMyOrg \
    --web-redirect-uris "https://oauth-openshift.$(of apps "$region")/oauth2callback/Entra" --query appId --output tsv
  id=$(of cluster_sign_in "$region")
  groups_in_tokens "cluster_$region" "$id"
  let_in "cluster_$region" cluster-admins "$id"
  ask "secret_there_$region" oc --kubeconfig "$kubeconfig" get secret entra-client-secret --namespace openshift-config --ignore-not-found --output name
  if absent "secret_there_$region"; then
    secretly "$secret" az ad app credential reset --id "$id" --display-name "$(cluster_of "$region")" --years 1 --query password --output tsv --only-show-errors
    secretly "$secret.yaml" oc --kubeconfig "$kubeconfig" create secret generic entra-client-secret --namespace openshift-config "--from-file=clientSecret=$secret" --dry-run=client --output yaml
    change oc --kubeconfig "$kubeconfig" apply --filename "$secret.yaml"
    change rm -f "$secret" "$secret.yaml"
    given_end
  fi
}

find_cluster_sign_in() {
  ask "cluster_sign_in_$1" az ad app list --filter "displayName eq 'Visavis cluster ($(of name "$1"))'" --query "[0].appId" --output tsv
}
