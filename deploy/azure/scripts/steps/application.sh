# The application: what an administrator makes once, then the release: first the tables, then the instances.
# shellcheck shell=bash

step_application() {
  local region
  for region in $regions; do deliver "$region"; done
}

deliver() {
  local region=$1 kubeconfig overlay
  kubeconfig=$(kubeconfig_of "$region")
  overlay=$(manifests_of "$region")/overlays/$(file_of "$region")
  complete_manifests "$region"
  find_digest
  change_file "$overlay/region/region.env" <<ENV
IMAGE=$registry_host/visavis@$digest
RELEASE=$release
ENV
  apply "$kubeconfig" --kustomize "$overlay" --selector visavis.health/step=foundation
  # The first sign-in to the registry does not wait for the hour.
  ask "registry_signed_in_$region" oc --kubeconfig "$kubeconfig" --namespace telehealth get job registry-sign-in-first --ignore-not-found --output name
  unless "registry_signed_in_$region" oc --kubeconfig "$kubeconfig" --namespace telehealth create job registry-sign-in-first --from cronjob/registry-sign-in
  hand_over KUBECONFIG "$kubeconfig"
  where_different "$kubeconfig" --kustomize "$overlay" -- "$(manifests_of "$region")/deliver.sh" "$(file_of "$region")" "$registry_host/visavis@$digest"
}

manifests_of() { printf '.visavis/deploy/%s-%s' "$environment" "$1"; }

# complete_manifests REGION: a copy of deploy/openshift in which the names are those that Azure has made. The sources stay as they are.
complete_manifests() {
  local region=$1 manifests overlay name
  if [ -n "$(of completed "$region")" ]; then return 0; fi
  printf -v "completed_$region" yes
  manifests=$(manifests_of "$region")
  overlay=$manifests/overlays/$(file_of "$region")
  reach_cluster "$region"
  find_registry
  find_route_host "$region"
  find_vault "$region"
  find_sign_in
  find_cluster_sign_in "$region"
  for name in patients doctors nurses admins operators viewers cluster-admins; do find_group "$name"; done
  for name in migration images backup logs; do
    ask "client_${name}_$region" az identity show --name "id-$(of name "$region")-$name" --resource-group "$(platform_group "$region")" --query clientId --output tsv
  done
  ask communication az resource list --resource-type Microsoft.Communication/communicationServices --resource-group "$shared_group" --query "[?!contains(name, 'second')].name | [0]" --output tsv
  ask second_communication az resource list --resource-type Microsoft.Communication/communicationServices --resource-group "$shared_group" --query "[?contains(name, 'second')].name | [0]" --output tsv
  # shellcheck disable=SC2016 # derive expands it
  derive second_host '"${second_communication:+$second_communication.unitedstates.communication.azure.com}"'
  ask "backup_account_$region" az storage account list --resource-group "$(platform_group "$region")" --query "[?ends_with(name, 'velero')].name | [0]" --output tsv
  ask "deployed_$region" az deployment sub list --query "[?starts_with(name, 'visavis-$environment-$region-') && properties.provisioningState=='Succeeded'] | max_by(@, &properties.timestamp).name" --output tsv
  change rm -rf "$manifests"
  change mkdir -p "$manifests"
  change cp -R deploy/openshift/. "$manifests"
  change_file "$overlay/region/region.env" <<ENV
REGISTRY=$registry_host
ROUTE_HOST=$(of route_host "$region")
TENANT_ID=$tenant
APPLICATION_CLIENT_ID=$(of client_application "$region")
MIGRATION_CLIENT_ID=$(of client_migration "$region")
MIGRATION_NAME=id-$(of name "$region")-migration
IMAGES_CLIENT_ID=$(of client_images "$region")
VAULT_NAME=$(of vault "$region")
COMMUNICATION_HOST=$communication.unitedstates.communication.azure.com
SECOND_COMMUNICATION_HOST=$second_host
NETWORK=$(of network "$region")
ENDPOINTS=$(of endpoints "$region")
OPERATORS_GROUP=$group_operators
ENV
  secretly "$folder/settings-$region" az deployment sub show --name "$(of deployed "$region")" --query properties.outputs.applicationSettings.value --output tsv
  input=$folder/settings-$region change "$templates/scripts/fill.sh" "$overlay/settings.env"
  find_audit_intake "$region"
  change_file "$overlay/settings.env" <<ENV
SPRING_DATASOURCE_USERNAME=id-$(of name "$region")-application
SPRING_SECURITY_OAUTH2_CLIENT_REGISTRATION_VISAVIS_CLIENTID=$application_id
SPRING_SECURITY_OAUTH2_CLIENT_PROVIDER_VISAVIS_ISSUERURI=https://login.microsoftonline.com/$tenant/v2.0
SPRING_APPLICATION_JSON={"visavis":{"signin":{"groups":{"$group_patients":"PATIENT","$group_doctors":"DOCTOR","$group_nurses":"NURSE","$group_admins":"ADMIN"}}}}
VISAVIS_BASEURL=https://$host
ENV
  if [ "$region" = primary ]; then
    change_file "$overlay/settings.env" <<ENV
VISAVIS_AZURE_POSTGRES_APPLICATIONS=$(in_every_region application)
VISAVIS_AZURE_POSTGRES_MIGRATIONS=$(in_every_region migration)
ENV
  fi
  for name in 1 2 3; do
    ask "machines_${name}_$region" oc --kubeconfig "$(kubeconfig_of "$region")" get machinesets --namespace openshift-machine-api --output "jsonpath={.items[$((name - 1))].metadata.name}"
  done
  change_file "$overlay/cluster/values/cluster.env" <<ENV
TENANT_ID=$tenant
SUBSCRIPTION_ID=$subscription
SIGN_IN_CLIENT_ID=$(of cluster_sign_in "$region")
SIGN_IN_ISSUER=https://login.microsoftonline.com/$tenant/v2.0
ADMINISTRATORS_GROUP=$group_cluster_admins
READERS_GROUP=$group_viewers
LOGS_CLIENT_ID=$(of client_logs "$region")
AUDIT_INTAKE=$(of audit_address "$region")
AUDIT_RULE=$(of audit_rule "$region")
BACKUP_CLIENT_ID=$(of client_backup "$region")
BACKUP_GROUP=$(platform_group "$region")
BACKUP_ACCOUNT=$(of backup_account "$region")
MACHINES_1=$(of machines_1 "$region")
MACHINES_2=$(of machines_2 "$region")
MACHINES_3=$(of machines_3 "$region")
ENV
}

find_audit_intake() {
  ask "audit_address_$1" az deployment sub show --name "$(of deployed "$1")" --query properties.outputs.clusterAudit.value.address --output tsv
  ask "audit_rule_$1" az deployment sub show --name "$(of deployed "$1")" --query properties.outputs.clusterAudit.value.ruleId --output tsv
}

# in_every_region IDENTITY: its names. The primary's first migration makes them users of the database, which both regions ask.
in_every_region() {
  local region names=""
  for region in $regions; do names=$names${names:+,}id-$(of name "$region")-$1; done
  printf '%s' "$names"
}

# change_file FILE: the lines of standard input take the place of those in the file.
change_file() {
  write "$folder/values"
  input=$folder/values change "$templates/scripts/fill.sh" "$1"
}
