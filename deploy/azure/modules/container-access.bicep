metadata name = 'Access to a container'
metadata description = 'Lets applications of both regions use one container of an account, and nothing beside it.'

import { grant } from '../types.bicep'

@description('Required. Name of the storage account.')
param accountName string

@description('Required. Name of the container.')
param containerName string

@description('Required. Who may use it.')
param grants grant[]

resource account 'Microsoft.Storage/storageAccounts@2026-04-01' existing = {
  name: accountName

  resource blobs 'blobServices' existing = {
    name: 'default'

    resource folder 'containers' existing = { name: containerName }
  }
}

resource access 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for entry in grants: {
    name: guid(account::blobs::folder.id, entry.holder, entry.role)
    scope: account::blobs::folder
    properties: {
      principalId: entry.principalId
      principalType: entry.?principalType ?? 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', entry.role)
    }
  }
]
