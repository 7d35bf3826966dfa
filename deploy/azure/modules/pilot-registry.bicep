metadata name = 'Pilot registry'
metadata description = 'A small registry for the pilot\'s image: no user name, no anonymous pull, identities only. It holds no patient data and has no private address, which the small size does not offer.'

import { usRegion, tagSet, grant } from '../types.bicep'

@description('Required. Name of the registry; letters and digits.')
param name string

@description('Required. Region.')
param location usRegion

@description('Required. Tags.')
param tags tagSet

@description('Optional. Who may pull or push.')
param grants grant[] = []

@description('Required. Workspace that logs go to.')
param workspaceId string

resource registry 'Microsoft.ContainerRegistry/registries@2025-11-01' = {
  name: name
  location: location
  tags: tags
  sku: { name: 'Basic' }
  properties: { adminUserEnabled: false, anonymousPullEnabled: false }
}

resource access 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for entry in grants: {
    name: guid(registry.id, entry.holder, entry.role)
    scope: registry
    properties: {
      principalId: entry.principalId
      principalType: entry.?principalType ?? 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', entry.role)
    }
  }
]

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: registry
  properties: { workspaceId: workspaceId, logs: [{ categoryGroup: 'allLogs', enabled: true }] }
}

@description('Host that images are pulled from.')
output host string = registry.properties.loginServer
