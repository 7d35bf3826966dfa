metadata name = 'Activity alerts'
metadata description = 'Somebody took away a guard of the platform, or Azure itself has trouble in our regions.'

import { tagSet } from '../types.bicep'

@description('Required. Name that the alerts\' names begin with.')
param name string

@description('Required. Tags.')
param tags tagSet

@description('Required. Group of people that is told.')
param peopleId string

var acts = [
  { name: 'lock-removed', operation: 'Microsoft.Authorization/locks/delete' }
  { name: 'vault-deleted', operation: 'Microsoft.KeyVault/vaults/delete' }
  { name: 'policy-removed', operation: 'Microsoft.Authorization/policyAssignments/delete' }
  { name: 'role-given', operation: 'Microsoft.Authorization/roleAssignments/write' }
  { name: 'firewall-rules-changed', operation: 'Microsoft.Network/firewallPolicies/ruleCollectionGroups/write' }
  { name: 'security-group-changed', operation: 'Microsoft.Network/networkSecurityGroups/write' }
  { name: 'logging-stopped', operation: 'Microsoft.Insights/diagnosticSettings/delete' }
]

resource taken 'Microsoft.Insights/activityLogAlerts@2026-01-01' = [
  for act in acts: {
    name: '${name}-${act.name}'
    location: 'global'
    tags: tags
    properties: {
      description: 'Seen in the activity log: ${act.operation}. What to do: docs/runbooks/azure-alerts.md.'
      enabled: true
      scopes: [subscription().id]
      condition: {
        allOf: [
          { field: 'category', equals: 'Administrative' }
          { field: 'operationName', equals: act.operation }
          { field: 'status', equals: 'Succeeded' }
        ]
      }
      actions: { actionGroups: [{ actionGroupId: peopleId }] }
    }
  }
]

resource azure 'Microsoft.Insights/activityLogAlerts@2026-01-01' = {
  name: '${name}-azure-has-trouble'
  location: 'global'
  tags: tags
  properties: {
    description: 'Azure reports trouble or planned work. What to do: docs/runbooks/azure-alerts.md.'
    enabled: true
    scopes: [subscription().id]
    condition: { allOf: [{ field: 'category', equals: 'ServiceHealth' }] }
    actions: { actionGroups: [{ actionGroupId: peopleId }] }
  }
}
