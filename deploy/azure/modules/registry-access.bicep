metadata name = 'Access to the registry'
metadata description = 'Lets a region pull from the registry, which lies in the primary region and is copied to the other.'

import { grant } from '../types.bicep'

@description('Required. Name of the registry.')
param name string

@description('Required. Who may pull or push.')
param grants grant[]

resource registry 'Microsoft.ContainerRegistry/registries@2025-11-01' existing = {
  name: name
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
