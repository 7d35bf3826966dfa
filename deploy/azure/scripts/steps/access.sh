# Conditional Access, and administrator rights for hours (PIM). With --export the same requests are written as files, each with
# the command that sends it, for somebody who may.
# shellcheck shell=bash

step_access() {
  local name
  for name in emergency-access doctors nurses admins operators deployers; do find_group "$name"; done
  find_sign_in
  find_account
  [ -z "$export_folder" ] || change mkdir -p "$export_folder"
  conditional_access
  eligible deployers "Visavis deployer (visavis-$environment)"
  eligible operators "Visavis operator (visavis-$environment)"
}

# Each begins by reporting what it would do: it is turned on (state "enabled") after the sign-in log has been read, since a
# rule that is wrong locks everybody out. The group emergency-access is spared by all; it has two accounts that nobody uses.
conditional_access() {
  local staff="\"$group_doctors\", \"$group_nurses\", \"$group_admins\""
  policy second-factor "Visavis ($environment): staff use a second factor" \
    "\"users\": {\"includeGroups\": [$staff], \"excludeGroups\": [\"$group_emergency_access\"]}, \"applications\": {\"includeApplications\": [\"$application_id\"]}, \"clientAppTypes\": [\"all\"]" \
    '"operator": "OR", "builtInControls": ["mfa"]'
  policy known-device "Visavis ($environment): staff use a managed device" \
    "\"users\": {\"includeGroups\": [$staff], \"excludeGroups\": [\"$group_emergency_access\"]}, \"applications\": {\"includeApplications\": [\"$application_id\"]}, \"clientAppTypes\": [\"all\"]" \
    '"operator": "OR", "builtInControls": ["compliantDevice", "domainJoinedDevice"]'
  policy risk "Visavis ($environment): no risky sign-in" \
    "\"users\": {\"includeUsers\": [\"All\"], \"excludeGroups\": [\"$group_emergency_access\"]}, \"applications\": {\"includeApplications\": [\"$application_id\"]}, \"clientAppTypes\": [\"all\"], \"signInRiskLevels\": [\"high\"]" \
    '"operator": "OR", "builtInControls": ["block"]'
  policy old-protocols "Visavis ($environment): no protocol without a second factor" \
    "\"users\": {\"includeUsers\": [\"All\"], \"excludeGroups\": [\"$group_emergency_access\"]}, \"applications\": {\"includeApplications\": [\"$application_id\"]}, \"clientAppTypes\": [\"exchangeActiveSync\", \"other\"]" \
    '"operator": "OR", "builtInControls": ["block"]'
}

# policy LABEL TITLE CONDITIONS CONTROLS
policy() {
  local label=$1 title=$2 variable=policy_${1//-/_}
  ask "$variable" az rest --method get --url "https://graph.microsoft.com/v1.0/identity/conditionalAccess/policies" --query "value[?displayName=='$title'].id | [0]" --output tsv
  if absent "$variable"; then
    request "conditional-access-$label" post https://graph.microsoft.com/v1.0/identity/conditionalAccess/policies <<JSON
{"displayName": "$title", "state": "enabledForReportingButNotEnforced", "conditions": {$3}, "grantControls": {$4}}
JSON
    given_end
  fi
}

# request NAME METHOD URL: the body is standard input.
request() {
  local name=$1 method=$2 url=$3 file
  file=${export_folder:-$folder}/$name.json
  write "$file"
  if [ -n "$export_folder" ]; then
    note "For somebody who may: az rest --method $method --url '$url' --headers Content-Type=application/json --body @$file"
  else
    change az rest --method "$method" --url "$url" --headers Content-Type=application/json --body "@$file"
  fi
}

# eligible GROUP ROLE: its members may take the role for eight hours at most, with a reason and a second factor.
eligible() {
  local group=$1 role=$2 variable=$1 roles id scope
  roles=https://management.azure.com/subscriptions/$subscription/providers/Microsoft.Authorization
  scope=/subscriptions/$subscription
  id=$(value "$(group_variable "$group")")
  ask "role_of_$variable" az role definition list --custom-role-only true --name "$role" --query "[0].id" --output tsv
  ask "eligible_$variable" az rest --method get --url "$roles/roleEligibilityScheduleInstances?api-version=2020-10-01" \
    --query "value[?properties.principalId=='$id' && properties.roleDefinitionId=='$(value "role_of_$variable")'].id | [0]" --output tsv
  # A request's id is used once; rights are given for a year, so there is one a year.
  if absent "eligible_$variable"; then
    derive "request_of_$variable" "\$(printf %s $(quoted "$(value "role_of_$variable")$id")\$(date +%Y) | cksum | awk '{ printf \"00000000-0000-4000-8000-%012d\", \$1 }')"
    request "eligible-$group" put "$roles/roleEligibilityScheduleRequests/$(value "request_of_$variable")?api-version=2020-10-01" <<JSON
{"properties": {"principalId": "$id", "roleDefinitionId": "$(value "role_of_$variable")", "requestType": "AdminAssign", "justification": "Visavis: rights for hours, not for good", "scheduleInfo": {"expiration": {"type": "AfterDuration", "duration": "P365D"}}}}
JSON
    given_end
  fi
  ask "rules_of_$variable" az rest --method get --url "$roles/roleManagementPolicyAssignments?api-version=2020-10-01" \
    --query "value[?properties.roleDefinitionId=='$(value "role_of_$variable")' && properties.scope=='$scope'].properties.policyId | [0]" --output tsv
  ask "short_$variable" az rest --method get --url "https://management.azure.com$(value "rules_of_$variable")?api-version=2020-10-01" \
    --query "properties.rules[?id=='Expiration_EndUser_Assignment' && maximumDuration=='PT8H'].id | [0]" --output tsv
  if absent "short_$variable"; then
    request "hours-$group" patch "https://management.azure.com$(value "rules_of_$variable")?api-version=2020-10-01" <<'JSON'
{"properties": {"rules": [
  {"id": "Expiration_EndUser_Assignment", "ruleType": "RoleManagementPolicyExpirationRule", "isExpirationRequired": true, "maximumDuration": "PT8H", "target": {"caller": "EndUser", "operations": ["All"], "level": "Assignment"}},
  {"id": "Enablement_EndUser_Assignment", "ruleType": "RoleManagementPolicyEnablementRule", "enabledRules": ["MultiFactorAuthentication", "Justification"], "target": {"caller": "EndUser", "operations": ["All"], "level": "Assignment"}}
]}}
JSON
    given_end
  fi
}
