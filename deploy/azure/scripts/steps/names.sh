# Names in the public DNS: the host that people type, with a certificate that Azure makes and renews, and the records by which
# mail is believed. A zone in this subscription is filled; for one elsewhere the records are printed.
# shellcheck shell=bash

step_names() {
  local kind
  find_account
  host_records
  for kind in Domain SPF DKIM DKIM2; do mail_record "$kind"; done
  take_up_mail
}

host_records() {
  local edge=(--profile-name "afd-visavis-$environment" --resource-group "$shared_group") domain=${host//./-}
  find_zone host "$host"
  ask edge_host az afd endpoint show --endpoint-name "afd-visavis-$environment" "${edge[@]}" --query hostName --output tsv
  ask proof az afd custom-domain show --custom-domain-name "$domain" "${edge[@]}" --query validationProperties.validationToken --output tsv
  record host cname cname "$host" "$edge_host"
  record host proof txt "_dnsauth.$host" "$proof"
  if given zone_of_host; then
    await certificate az afd custom-domain show --custom-domain-name "$domain" "${edge[@]}" --query "[domainValidationState][?@=='Approved'] | [0]" --output tsv
    given_end
  fi
}

mail_record() {
  local kind=$1 name=$mail_domain type=txt label
  label=mail_$(printf '%s' "$kind" | tr '[:upper:]' '[:lower:]')
  find_zone mail "$mail_domain"
  ask "${label}_value" az rest --method get --url "$(mail_url '')" --query "properties.verificationRecords.$kind.value" --output tsv
  case $kind in
    DKIM*)
      # Azure gives the selector alone; it belongs under the mail domain.
      ask "${label}_name" az rest --method get --url "$(mail_url '')" --query "properties.verificationRecords.$kind.name" --output tsv
      name=$(value "${label}_name").$mail_domain
      type=cname
      ;;
  esac
  record mail "$label" $type "$name" "$(value "${label}_value")"
  if given zone_of_mail; then
    ask "${label}_begun" az rest --method get --url "$(mail_url '')" --query "[properties.verificationStates.$kind.status][?@!='NotStarted'] | [0]" --output tsv
    unless "${label}_begun" az rest --method post --url "$(mail_url /initiateVerification)" --headers Content-Type=application/json --body "{\"verificationType\":\"$kind\"}"
    given_end
  fi
}

mail_url() { printf 'https://management.azure.com/subscriptions/%s/resourceGroups/%s/providers/Microsoft.Communication/emailServices/acs-mail-visavis-%s/domains/%s%s?api-version=2026-03-18' "$subscription" "$shared_group" "$environment" "$mail_domain" "$1"; }

all_verified="length(properties.verificationStates.[Domain,SPF,DKIM,DKIM2][?status!='Verified'])==\`0\` && 'true' || ''"

mail_verified() {
  find_account
  ask mail_verified az rest --method get --url "$(mail_url '')" --query "$all_verified" --output tsv
}

# Azure links a mail domain only when it is verified, so the templates run once more.
take_up_mail() {
  if given zone_of_mail; then
    await mail_verified az rest --method get --url "$(mail_url '')" --query "$all_verified" --output tsv
    stage_2 3 primary
    given_end
  else
    note "The rest of the mail domain waits for these records. When they are there, run './visavis deploy --environment $environment --from names'."
  fi
}

# find_zone LABEL NAME: the longest zone of this subscription that the name lies in.
find_zone() {
  local longest="[?ends_with('.$2', join('', ['.', name]))] | max_by(@, &length(name))"
  ask "zone_of_$1" az network dns zone list --query "$longest.name" --output tsv
  ask "group_of_$1" az network dns zone list --query "$longest.resourceGroup" --output tsv
}

# record ZONE LABEL TYPE NAME CONTENT
record() {
  local zone=$1 label=$2 type=$3 name=$4 content=$5 into verb
  into=(--resource-group "$(value "group_of_$zone")" --zone-name "$(value "zone_of_$zone")")
  if given "zone_of_$zone"; then
    derive "short_$label" "\$(printf %s $(quoted "$name") | sed \"s/^\$zone_of_$zone\\\$/@/; s/\\.\$zone_of_$zone\\\$//\")"
    ask "has_$label" az network dns record-set "$type" list "${into[@]}" --query "[?name=='$(value "short_$label")' && contains(to_string(@), '$content')].name | [0]" --output tsv
    case $type in
      cname) verb=(set-record --cname "$content") ;;
      txt) verb=(add-record --value "$content") ;;
    esac
    unless "has_$label" az network dns record-set "$type" "${verb[@]}" "${into[@]}" --record-set-name "$(value "short_$label")"
    given_end
  else
    say "  Make this record where the zone of $name is kept: $name $type $content"
  fi
}
