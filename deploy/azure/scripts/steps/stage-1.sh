# The templates without what needs a cluster first: one deployment for each region, the primary before the other.
# shellcheck shell=bash

step_stage_1() {
  local region
  hand_over_ids
  recover_vaults
  if [ "$environment" = pilot ]; then
    deployed visavis-pilot-1 pilot.bicep pilot
  else
    keep_mail
    for region in $regions; do
      find_connection "$region"
      hand_over VISAVIS_CLUSTER_CONNECTED "$(of connected "$region")"
      find_archive "$region"
      hand_over VISAVIS_ARCHIVE_THERE "$(of archive_there "$region")"
      deployed "visavis-$environment-$region-1" main.bicep "$(file_of "$region")"
    done
  fi
}

# The archive's policy is made unlocked, and locked by the first deployment that finds it.
find_archive() {
  ask "archive_there_$1" az storage account list --query "[?starts_with(name, 'vv$environment$(code_of "$(of location "$1")")') && ends_with(name, 'archive')].name | [0]" --output tsv
}

# Run again after a change, the first stage takes nothing back that a later one has brought.
keep_mail() {
  find_account
  ask mail_there az resource list --resource-type Microsoft.Communication/emailServices/domains --query "[?ends_with(name, '/$mail_domain')].name | [0]" --output tsv
  if given mail_there; then
    ask mail_verified_before az rest --method get --url "$(mail_url '')" --query "$all_verified" --output tsv
    hand_over VISAVIS_MAIL_VERIFIED "$mail_verified_before"
    given_end
  fi
}

# deployed NAME TEMPLATE PARAMETERS: a deployment is named after the files it is made from. One of that name that has succeeded is
# not made again; one that is under way (this program was ended meanwhile) is waited for.
deployed() {
  local name=$1-$fingerprint template=$2 file=$3 state=state_${1//-/_}
  ask "$state" az deployment sub list --query "[?name=='$name'].properties.provisioningState | [0]" --output tsv
  if ! dry; then
    case ${!state} in
      Accepted | Running)
        note "The deployment $name is under way: waiting for it."
        change az deployment sub wait --name "$name" --custom "properties.provisioningState!='Running' && properties.provisioningState!='Accepted'" --timeout 14400
        unset "$state"
        ask "$state" az deployment sub list --query "[?name=='$name'].properties.provisioningState | [0]" --output tsv
        ;;
      Succeeded) return 0 ;;
    esac
    [ "${!state}" != Succeeded ] || return 0
    note "Deploying $template with $file.bicepparam. It takes long where a cluster is made."
  else
    # shellcheck disable=SC2016 # what is printed expands it
    printf '[ "${%s}" = Succeeded ] || ' "$state"
  fi
  change az deployment sub create --name "$name" --location "$location_primary" --template-file "$templates/$template" \
    --parameters "$templates/environments/$file.bicepparam" --output none
}

# A vault that was torn down keeps its name for 90 days, and cannot be purged before: it is brought back.
recover_vaults() {
  local region tags
  tag_groups phi
  for region in $regions; do
    ask "deleted_vault_$region" az keyvault list-deleted --resource-type vault --query "[?starts_with(name, 'kv-vv-$environment') && properties.location=='$(of location "$region")'].name | [0]" --output tsv
    if given "deleted_vault_$region"; then
      change az group create --name "$(platform_group "$region")" --location "$(of location "$region")" --tags "${tags[@]}"
      change az keyvault recover --name "$(of deleted_vault "$region")" --location "$(of location "$region")" --resource-group "$(platform_group "$region")"
      given_end
    fi
  done
}

# What Azure would change now, as far as it can tell before everything is there.
show_differences() {
  local region
  hand_over_what_is_known
  if [ "$environment" = pilot ]; then
    differences pilot.bicep pilot
    return 0
  fi
  for region in $regions; do
    ask "cluster_there_$region" az resource list --resource-type Microsoft.RedHatOpenShift/openShiftClusters --query "[?name=='$(cluster_of "$region")'].name | [0]" --output tsv
    if [ -n "$(of cluster_there "$region")" ]; then
      find_ingress "$region"
      hand_over VISAVIS_INGRESS_FRONTEND "$(of frontend "$region")"
      hand_over VISAVIS_ROUTE_HOST "$(of route_host "$region")"
    fi
    find_archive "$region"
    hand_over VISAVIS_ARCHIVE_THERE "$(of archive_there "$region")"
    say "What would change in $(of name "$region"):"
    differences main.bicep "$(file_of "$region")"
  done
}

differences() {
  show az deployment sub what-if --location "$location_primary" --template-file "$templates/$1" --parameters "$templates/environments/$2.bicepparam"
}
