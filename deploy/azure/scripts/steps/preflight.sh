# Asks whether this can work, and changes nothing. Every refusal is one sentence that says what to do next.
# shellcheck shell=bash

step_preflight() {
  preflight_parameters
  preflight_sign_in
  if [ "$environment" != pilot ]; then
    preflight_regions
    preflight_directory
  fi
}

preflight_parameters() {
  local file=$templates/environments/$environment.bicepparam
  if dry; then
    note "First write your own names and mail addresses into $file."
    return 0
  fi
  [ -n "$location_primary" ] || fail "$file does not say where: write the region into it, in single quotes."
  case $alert_mail in
    *@*.example | "") fail "$file still has the example's mail address for alerts: write your own into 'people', then run this again." ;;
  esac
  [ "$environment" != pilot ] || return 0
  case $host in
    *.example | "") fail "$file still has the example's host: write the one that people will type into 'names', then run this again." ;;
  esac
  case $mail_domain in
    *.example | "") fail "$file still has the example's mail domain: write the one that appointment mail comes from into 'names', then run this again." ;;
  esac
  command -v oc >/dev/null || fail "The OpenShift client 'oc' is not here: install it (https://mirror.openshift.com/pub/openshift-v4/clients/ocp/stable/), then run this again."
  if [ -n "$pull_secret" ]; then
    [ -r "$pull_secret" ] || fail "There is no pull secret to read at $pull_secret: download it from https://console.redhat.com/openshift/install/pull-secret, then run this again."
    [ -z "$(find "$pull_secret" -perm -004)" ] || fail "Everybody on this machine may read the pull secret: run 'chmod 600 $pull_secret', then this again."
  fi
}

preflight_sign_in() {
  dry || command -v az >/dev/null || fail "The Azure CLI is not here: install it (https://learn.microsoft.com/cli/azure/install-azure-cli), then run this again."
  ask cli az version --query '"azure-cli"' --output tsv
  dry || at_least "$cli" 2 61 || fail "The Azure CLI is $cli and these commands need 2.61 or newer: run 'az upgrade', then this again."
  otherwise="Nobody is signed in to Azure: run 'az login', then this again." find_account
  ask signed_in az account show --query user.name --output tsv
  if [ -n "$wanted_subscription" ]; then
    dry || [ "$subscription" = "$wanted_subscription" ] || fail "You are signed in to the subscription $subscription: run 'az account set --subscription $wanted_subscription', then this again."
  fi
  ask other_environment az group list --query "[?tags.workload=='visavis' && tags.environment!='$environment'].tags.environment | [0]" --output tsv
  dry || [ -z "$other_environment" ] || fail "This subscription already holds the environment '$other_environment', and each has one of its own because policy and budget hold for a whole subscription: run 'az account set' with another one, then this again."
  ask owner_here az role assignment list --assignee "$signed_in" --include-groups --include-inherited --scope "/subscriptions/$subscription" \
    --query "[?roleDefinitionName=='Owner' || roleDefinitionName=='Visavis deployer (visavis-$environment)'].id | [0]" --output tsv
  demand owner_here "The first run gives roles to identities, and you may not do that here: ask for the role Owner on this subscription, then run this again."
}

find_account() {
  ask subscription az account show --query id --output tsv
  ask tenant az account show --query tenantId --output tsv
}

at_least() {
  local major=${1%%.*} minor=${1#*.}
  minor=${minor%%.*}
  [ "$major" -gt "$2" ] || { [ "$major" -eq "$2" ] && [ "$minor" -ge "$3" ]; }
}

preflight_regions() {
  local region location size
  for region in $regions; do
    location=$(of location "$region")
    for size in control worker; do
      ask "size_${size}_$region" az vm list-skus --location "$location" --resource-type virtualMachines --size "$(of $size "$region")" \
        --query "[?length(restrictions)==\`0\` && length(locationInfo[0].zones)==\`3\`].name | [0]" --output tsv
      demand "size_${size}_$region" "This subscription may not use $(of $size "$region") in three zones of $location: ask for it under Help + support in the portal, or choose another size in $templates/environments, then run this again."
    done
    ask "offered_$region" az rest --method get --url "https://management.azure.com/subscriptions/$subscription/providers/Microsoft.RedHatOpenShift/locations/$location/openShiftVersions?api-version=2025-07-25" \
      --query "value[?properties.version=='$(of version "$region")'].properties.version | [0]" --output tsv
    demand "offered_$region" "OpenShift $(of version "$region") is not offered in $location: choose a version from 'az aro get-versions --location $location' and write it into $templates/environments, then run this again."
    preflight_quota "$region" "$location"
  done
}

# Cores of the control plane, the workers, and the machine that starts the cluster and goes away again.
preflight_quota() {
  local region=$1 location=$2 control worker
  control=$(cores "$(of control "$region")")
  worker=$(cores "$(of worker "$region")")
  ask "cluster_there_$region" az resource list --resource-type Microsoft.RedHatOpenShift/openShiftClusters --query "[?name=='$(cluster_of "$region")'].name | [0]" --output tsv
  ask "cores_allowed_$region" az vm list-usage --location "$location" --query "[?name.value=='cores'].limit | [0]" --output tsv
  ask "cores_used_$region" az vm list-usage --location "$location" --query "[?name.value=='cores'].currentValue | [0]" --output tsv
  derive "cores_suffice_$region" "\$([ -n \"\${cluster_there_$region}\" ] || [ \$((cores_allowed_$region - cores_used_$region)) -ge $((4 * control + $(of workers "$region") * worker)) ] && echo yes || true)"
  demand "cores_suffice_$region" "The cluster needs $((4 * control + $(of workers "$region") * worker)) cores in $location and fewer are left: ask for more under Quotas in the portal (Compute, 'Total Regional vCPUs' and the size's family), then run this again."
}

preflight_directory() {
  [ -z "$export_folder" ] || return 0
  ask directory_role az rest --method get --url "https://graph.microsoft.com/v1.0/me/transitiveMemberOf/microsoft.graph.directoryRole" \
    --query "value[?displayName=='Global Administrator' || displayName=='Conditional Access Administrator'].displayName | [0]" --output tsv
  demand directory_role "You may not write rules of sign-in in this tenant: add '--export FOLDER', which writes them as files for somebody who may, or ask for the role Conditional Access Administrator, then run this again."
  ask identity_plan az rest --method get --url "https://graph.microsoft.com/v1.0/subscribedSkus" \
    --query "value[].servicePlans[] | [?servicePlanName=='AAD_PREMIUM_P2' && provisioningStatus=='Success'].servicePlanName | [0]" --output tsv
  demand identity_plan "Administrator rights for hours (PIM) need Microsoft Entra ID P2 and this tenant has none: buy or try it under Licenses in the portal, then run this again."
}
