# What an environment is: read from its parameter files, so that there is one place to write it down.
# shellcheck shell=bash

# parameter FILE NAME, member FILE NAME KEY: a word in single quotes.
parameter() { sed -n "s/^param $2 = '\([^']*\)'.*/\1/p" "$templates/environments/$1.bicepparam"; }
member() {
  awk -v name="$2" -v key="$3" '
    $0 ~ "^param " name " = " { inside = 1 }
    inside && match($0, "[{ ]" key ": \047[^\047]*\047") { value = substr($0, RSTART, RLENGTH); sub(/^[^\047]*\047/, "", value); sub(/\047$/, "", value); print value; exit }
    inside && /}$/ && /^(}|param )/ { exit }' "$templates/environments/$1.bicepparam"
}

# The same abbreviations as in main.bicep, from which the names of everything follow.
code_of() {
  case $1 in
    centralus) echo cus ;;
    eastus) echo eus ;;
    eastus2) echo eus2 ;;
    southcentralus) echo scus ;;
    westus2) echo wus2 ;;
    westus3) echo wus3 ;;
    *) fail "'$1' in $templates/environments is none of the regions that types.bicep allows: choose one of them." ;;
  esac
}

# cores SIZE: Standard_D8s_v5 has 8.
cores() { printf '%s' "$1" | sed 's/^Standard_[A-Z]*\([0-9]*\).*/\1/'; }

# Subnets lie in the network where modules/network.bicep puts them: endpoints in its fifth /24.
read_environment() {
  local region file
  regions=primary
  if [ "$environment" = pilot ]; then
    location_primary=$(parameter pilot location)
    name_primary=visavis-pilot
    shared_group=rg-visavis-pilot
    mail_domain=""
    host=""
  else
    if [ -z "$primary_only" ] && [ -f "$templates/environments/$environment-secondary.bicepparam" ]; then regions="primary secondary"; fi
    location_primary=$(parameter "$environment" primaryLocation)
    location_secondary=$(parameter "$environment" secondaryLocation)
    for region in $regions; do
      file=$(file_of "$region")
      printf -v "name_$region" 'visavis-%s-%s' "$environment" "$(code_of "$(of location "$region")")"
      printf -v "network_$region" '%s' "$(parameter "$file" addressPrefix)"
      printf -v "endpoints_$region" '%s' "$(parameter "$file" addressPrefix | awk -F '[./]' '{ printf "%s.%s.%s.0/24", $1, $2, $3 + 4 }')"
      printf -v "version_$region" '%s' "$(member "$file" cluster version)"
      printf -v "control_$region" '%s' "$(member "$file" size controlPlaneSize)"
      printf -v "worker_$region" '%s' "$(member "$file" size workerSize)"
      printf -v "workers_$region" '%s' "$(sed -n 's/.*workerCount: \([0-9]*\).*/\1/p' "$templates/environments/$file.bicepparam")"
    done
    shared_group=rg-visavis-$environment-shared
    host=$(member "$environment" names host)
    mail_domain=$(member "$environment" names mailDomain)
  fi
  owner=$(member "$environment" ownership owner)
  cost_center=$(member "$environment" ownership costCenter)
  alert_mail=$(member "$environment" people alertMail)
}

# of NAME REGION: the value that belongs to the region.
of() {
  local of_name=$1_$2
  printf '%s' "${!of_name-}"
}

# The parameter file of a region, and the overlay of its cluster.
file_of() { if [ "$1" = primary ]; then printf '%s' "$environment"; else printf '%s-secondary' "$environment"; fi; }
platform_group() { printf 'rg-%s-platform' "$(of name "$1")"; }
network_group() { printf 'rg-%s-network' "$(of name "$1")"; }
cluster_of() { printf 'aro-%s' "$(of name "$1")"; }
kubeconfig_of() { printf '%s/kubeconfig-%s' "$secrets" "$1"; }

# Templates, parameters and what they load: a deployment is named after it, so that Azure itself knows what it has already got.
fingerprint() {
  find "$templates" \( -name '*.bicep' -o -name '*.bicepparam' -o -path '*/monitor/*' \) -type f -print0 | LC_ALL=C sort -z |
    xargs -0 cksum | cksum | cut -d ' ' -f 1
}
