# The same templates once more, now that the clusters' ingress is there: Private Link Service and route of the edge. The secondary
# first, because the primary's edge leads to both.
# shellcheck shell=bash

step_stage_2() {
  if [ "$environment" = pilot ]; then
    pilot_image
  else
    # shellcheck disable=SC2046 # a region for each word
    stage_2 2 $(backwards)
  fi
}

# stage_2 NUMBER REGION…: run again under the next number when something has come that the templates take up.
stage_2() {
  local number=$1 region
  shift
  # With a second region the edge leads elsewhere, so it is another deployment.
  [ "$regions" = primary ] || number=$number-both
  hand_over_ids
  mail_verified
  hand_over VISAVIS_MAIL_VERIFIED "$mail_verified"
  hand_over VISAVIS_ARCHIVE_THERE yes
  for region; do
    find_connection "$region"
    hand_over VISAVIS_CLUSTER_CONNECTED "$(of connected "$region")"
    find_ingress "$region"
    hand_over VISAVIS_INGRESS_FRONTEND "$(of frontend "$region")"
    hand_over VISAVIS_ROUTE_HOST "$(of route_host "$region")"
    if [ "$region" = primary ] && [ "$regions" != primary ]; then
      find_route_host secondary
      ask other_service az network private-link-service list --query "[?name=='pls-$name_secondary'].id | [0]" --output tsv
      hand_over VISAVIS_OTHER_SERVICE "$other_service"
      hand_over VISAVIS_OTHER_ROUTE_HOST "$route_host_secondary"
    fi
    deployed "visavis-$environment-$region-$number" main.bicep "$(file_of "$region")"
  done
}

backwards() { if [ "$regions" = primary ]; then printf primary; else printf 'secondary primary'; fi; }

# The frontend of the internal load balancer that has the ingress' address; beside it lies the API's.
find_ingress() {
  local region=$1
  ask "ingress_address_$region" az aro show --name "$(cluster_of "$region")" --resource-group "$(platform_group "$region")" --query "ingressProfiles[0].ip" --output tsv
  ask "frontend_$region" az network lb list --query "[].frontendIPConfigurations[] | [?privateIPAddress=='$(of ingress_address "$region")'].id | [0]" --output tsv
  demand "frontend_$region" "No load balancer has the address of $(cluster_of "$region")'s ingress: wait until 'az aro show --name $(cluster_of "$region") --resource-group $(platform_group "$region") --query provisioningState' says Succeeded, then run this again."
  find_route_host "$region"
}

# Under the cluster's own domain, whose certificate is from a public authority: the edge checks the name.
find_route_host() {
  local region=$1
  if [ -n "$(of route_host "$region")" ]; then return 0; fi
  ask "console_$region" az aro show --name "$(cluster_of "$region")" --resource-group "$(platform_group "$region")" --query consoleProfile.url --output tsv
  derive "apps_$region" "\${console_$region#https://console-openshift-console.}"
  derive "apps_$region" "\${apps_$region%/}"
  printf -v "route_host_$region" 'visavis.%s' "$(of apps "$region")"
}

pilot_image() {
  find_account
  hand_over_ids
  hand_over VISAVIS_IMAGE "visavis:$tag"
  find_sign_in
  hand_over VISAVIS_SIGN_IN_CLIENT "$application_id"
  hand_over VISAVIS_TENANT "$tenant"
  deployed "visavis-pilot-2-$tag" pilot.bicep pilot
  pilot_tables
}

# The job that brings the tables up, once for each image; the application waits for them.
pilot_tables() {
  local job=(--name caj-visavis-pilot-migration --resource-group "$shared_group")
  local made="[?properties.status=='Succeeded' && contains(to_string(properties.template), 'visavis:$tag')].name | [0]"
  ask tables_made az containerapp job execution list "${job[@]}" --query "$made" --output tsv
  if absent tables_made; then
    change az containerapp job start "${job[@]}"
    await tables_made az containerapp job execution list "${job[@]}" --query "$made" --output tsv
    given_end
  fi
}
