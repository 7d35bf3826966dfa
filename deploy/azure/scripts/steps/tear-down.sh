# Takes an environment away again, after its name has been typed. What Azure keeps in spite of that is said at the end.
# shellcheck shell=bash

step_tear_down() {
  local typed="" region
  if dry; then
    # shellcheck disable=SC2016 # the script that is printed expands it
    printf 'read -r -p "Type the name of the environment to go on: " typed\n[ "$typed" = %s ] || exit 1\n' "$environment"
  else
    say "This deletes every resource of '$environment' in the subscription you are signed in to, with all its data."
    printf 'Type the name of the environment to go on: '
    IFS= read -r typed || true
    [ "$typed" = "$environment" ] || fail "Nothing was deleted: that is not the environment's name."
  fi
  ask locks az lock list --query "[?contains(id, 'rg-visavis-$environment')].id" --output tsv
  each lock locks az lock delete --ids "$(unknown lock)"
  if [ "$environment" != pilot ]; then
    for region in $regions; do
      ask "cluster_left_$region" az resource list --resource-type Microsoft.RedHatOpenShift/openShiftClusters --query "[?name=='$(cluster_of "$region")'].name | [0]" --output tsv
      if given "cluster_left_$region"; then
        change az aro delete --name "$(cluster_of "$region")" --resource-group "$(platform_group "$region")" --yes
        given_end
      fi
    done
  fi
  # The secondary's groups are the primary's too, where it keeps a vault for backups.
  ask groups_left az group list --query "[?tags.workload=='visavis' && tags.environment=='$environment' && name!='NetworkWatcherRG'].name" --output tsv
  each group groups_left az group delete --name "$(unknown group)" --yes
  ask applications_left az ad app list --filter "startswith(displayName,'Visavis')" --query "[?displayName=='Visavis ($environment)' || starts_with(displayName, 'Visavis cluster (visavis-$environment-')].appId" --output tsv
  each application applications_left az ad app delete --id "$(unknown application)"
  ask deployments_left az deployment sub list --query "[?starts_with(name, 'visavis-$environment-')].name" --output tsv
  each deployment deployments_left az deployment sub delete --name "$(unknown deployment)"
  # What an unfinished run has behind it is no longer there.
  change rm -f "$state"
  note "Kept: vaults and keys for 90 days (the next run brings them back), groups of people, rules of sign-in, policies, Defender plans and budget of the subscription."
}
