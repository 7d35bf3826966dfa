# Who is who: groups of people, the service that runs clusters, the key that the operators' machine must have and nobody uses.
# Identities of workloads are made by the templates.
# shellcheck shell=bash

step_identities() {
  local name
  for name in $(group_names); do find_or_make_group "$name"; done
  if [ "$environment" != pilot ]; then
    ask openshift_service az ad sp list --filter "appId eq 'f1dd0a37-89c6-4e07-bcd1-ffd3d43d8875'" --query "[0].id" --output tsv
    make openshift_service az ad sp create --id f1dd0a37-89c6-4e07-bcd1-ffd3d43d8875 --query id --output tsv
    operators_key
  fi
}

group_names() {
  printf 'database-administrators viewers patients doctors nurses admins'
  [ "$environment" = pilot ] || printf ' operators deployers cluster-admins emergency-access'
}

# The shell's name for a group's object id.
group_variable() { printf 'group_%s' "${1//-/_}"; }

find_group() {
  ask "$(group_variable "$1")" az ad group list --filter "displayName eq 'visavis-$environment-$1'" --query "[0].id" --output tsv
}

find_or_make_group() {
  find_group "$1"
  make "$(group_variable "$1")" az ad group create --display-name "visavis-$environment-$1" --mail-nickname "visavis-$environment-$1" --query id --output tsv
}

# A machine in Azure must have a key. Its private half is thrown away: operators sign in with Entra ID.
operators_key() {
  if [ -n "${operators_key-}" ]; then return 0; fi
  ask operators_key az vm list --query "[?name=='vm-operators' && tags.environment=='$environment'].osProfile.linuxConfiguration.ssh.publicKeys[0].keyData | [0]" --output tsv
  if absent operators_key; then
    change rm -f "$folder/nobody" "$folder/nobody.pub"
    change ssh-keygen -q -t rsa -b 4096 -N "" -C nobody -f "$folder/nobody"
    change rm "$folder/nobody"
    make operators_key cat "$folder/nobody.pub"
    given_end
  fi
}

# What the parameter files read from the surroundings: ids, and what earlier steps have found out.
hand_over_ids() {
  hand_over_what_is_known
  if [ "$environment" != pilot ]; then
    operators_key
    hand_over VISAVIS_OPERATORS_KEY "$operators_key"
  fi
}

hand_over_what_is_known() {
  local name
  for name in database-administrators viewers; do find_group "$name"; done
  hand_over VISAVIS_DATABASE_ADMINISTRATORS "$group_database_administrators"
  hand_over VISAVIS_VIEWERS "$group_viewers"
  [ "$environment" != pilot ] || return 0
  find_group operators
  ask openshift_service az ad sp list --filter "appId eq 'f1dd0a37-89c6-4e07-bcd1-ffd3d43d8875'" --query "[0].id" --output tsv
  hand_over VISAVIS_OPERATORS "$group_operators"
  hand_over VISAVIS_OPENSHIFT_SERVICE "$openshift_service"
  hand_over_pull_secret
}

hand_over_pull_secret() {
  [ -n "$pull_secret" ] || return 0
  if dry; then
    # shellcheck disable=SC2016 # the script that is printed expands it
    printf 'export VISAVIS_PULL_SECRET="$(cat %s)"\n' "$(quoted "$pull_secret")"
  else
    VISAVIS_PULL_SECRET=$(cat "$pull_secret")
    export VISAVIS_PULL_SECRET
  fi
}
